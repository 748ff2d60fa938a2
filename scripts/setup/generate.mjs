// Generates the database client from prisma/schema when that has changed. Fit for Node 18, dependency-free.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { takeLock } from "./lock.mjs";
import { lastLines, runProgram } from "./run-program.mjs";
import { SetUpFailure } from "./set-up-failure.mjs";

/** @param {string} root */
function hashSchema(root) {
  const hash = createHash("sha256");
  const folder = join(root, "prisma", "schema");
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.update(readFileSync(join(root, "node_modules", "prisma", "package.json"))).digest("hex");
}

/**
 * Prisma's command line looks for its migration engine, which it would download, even to generate; any program at that
 * place contents it, and none is run.
 * @param {string} root @param {string} node the Node to run it under
 */
export async function ensureGenerated(root, node) {
  const stamp = join(root, "server", "db", "generated", "from");
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, "utf8") === hashSchema(root);
  if (isFresh()) return;
  const release = await takeLock(join(root, ".data", "generate.lock"));
  try {
    if (isFresh()) return;
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: node,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    };
    const cli = join(root, "node_modules", "prisma", "build", "index.js");
    const { code, output } = await runProgram(node, [cli, "generate"], { cwd: root, env });
    if (code !== 0)
      throw new SetUpFailure(`The database client could not be generated:\n${lastLines(output, 12)}`);
    writeFileSync(stamp, hashSchema(root));
  } finally {
    release();
  }
}
