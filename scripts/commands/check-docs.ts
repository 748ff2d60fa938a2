import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { docFaults } from "../docs/doc-faults";
import { ROOT } from "../lib/paths";
import { runCommand } from "../lib/run-command";
import { complain, say } from "../lib/say";

function markdownFiles(): string[] {
  const folder = path.join(ROOT, "docs");
  const inDocs = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  const atTop = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
  return [
    ...atTop.map((name) => path.join(ROOT, name)),
    ...inDocs.map((name) => path.join(folder, name)),
  ].filter((file) => file.endsWith(".md"));
}

/** `npm run docs:check`: every link and picture in the docs leads somewhere, and no page is too long. */
await runCommand(() => {
  const files = markdownFiles();
  const faults = files.flatMap((file) =>
    docFaults(file).map((fault) => `${path.relative(ROOT, file)}: ${fault}`),
  );
  for (const fault of faults) complain(fault);
  say(`${files.length} pages, ${faults.length} faults.`);
  return Promise.resolve(faults.length === 0 && files.length > 0 ? 0 : 1);
});
