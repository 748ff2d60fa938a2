import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { takeLock } from "@/scripts/setup/lock.mjs";
import { DATA_FOLDER, ROOT } from "./paths";
import { say, seconds } from "./say";
import type { Supervisor } from "./supervisor";

/** All that a build is made of. */
const SOURCES = [
  ...["app", "components", "server", "public", "instrumentation.ts", "next.config.mjs", "postcss.config.mjs"],
  ...["package-lock.json", "package.json", "tsconfig.json"],
];
const STAMP = path.join(ROOT, ".next", "built-from");

function* filesOf(entry: string): Generator<string> {
  if (!existsSync(entry)) return;
  const children = readdirSync(path.dirname(entry), { withFileTypes: true });
  const isFolder = children.some((child) => child.name === path.basename(entry) && child.isDirectory());
  if (!isFolder) yield entry;
  else for (const name of readdirSync(entry).sort()) yield* filesOf(path.join(entry, name));
}

/** A hash of every source's name and content, tests left out. */
function hashSources(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesOf(path.join(ROOT, source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(path.relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/** Makes the production build unless the last one was made of the same sources. */
export async function buildIfChanged(supervisor: Supervisor): Promise<void> {
  const release = await takeLock(path.join(DATA_FOLDER, "build.lock"), {
    onWait: (pid) => {
      say(`Waiting for the build that process ${pid} makes…`);
    },
  });
  try {
    const hash = hashSources();
    if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return;
    const startedAt = Date.now();
    say("Building the app…");
    await supervisor.runToEnd({
      name: "The build",
      args: [path.join(ROOT, "node_modules", "next", "dist", "bin", "next"), "build"],
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      logFile: path.join(DATA_FOLDER, "logs", "build.log"),
    });
    writeFileSync(STAMP, hash);
    say(`Built in ${seconds(startedAt)}.`);
  } finally {
    release();
  }
}
