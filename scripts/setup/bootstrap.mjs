// Every `npm run` of a newcomer begins here, on whatever Node the machine has: node bootstrap.mjs <command> [arguments].
// It installs what is missing and goes on under the project's own Node. Fit for Node 18, dependency-free.
import { spawn } from "node:child_process";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { adviceFor, SetUpFailure } from "./set-up-failure.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
const OLDEST_NODE = 18;
const PARENT_CHECK_MS = 1_000;
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** The script of each command. */
const COMMANDS = {
  demo: "demo/main.ts",
  test: "commands/test.ts",
  "check-fast": "commands/check-fast.ts",
  dev: "commands/dev.ts",
  build: "commands/build.ts",
  start: "commands/start.ts",
  sandbox: "commands/sandbox.ts",
  bench: "../bench/main.ts",
  screenshots: "screenshots/main.ts",
  "verify-vendor": "verify-vendor/main.ts",
  "db-migrate": "commands/db-migrate.ts",
  "db-diff": "commands/db-diff.ts",
  "keys-rotate": "commands/keys-rotate.ts",
};

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Ends the child when npm is gone, which a kill -9 of npm does not tell us by itself.
 * @param {import("node:child_process").ChildProcess} child
 */
function watchNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) child.kill("SIGTERM");
  }, PARENT_CHECK_MS).unref();
}

/** @param {string} node @param {string} script @param {string[]} args */
function runScript(node, script, args) {
  const leash = join(ROOT, "scripts", "lib", "leash.mjs");
  const child = spawn(node, ["--import", leash, "--import", "tsx", join(ROOT, "scripts", script), ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      PATH: [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter),
      LEASH_HELD_BY: String(process.pid),
      CHECKPOINT_DISABLE: "1",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["inherit", "inherit", "inherit", "pipe"],
  });
  for (const signal of Object.keys(SIGNALS)) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  watchNpm(child);
  return new Promise((end) => {
    child.once("error", () => end(127));
    child.once("exit", (code) => end(code ?? 1));
  });
}

/** @param {string[]} words */
async function main([command = "", ...args]) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new SetUpFailure(
      `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer and try again.`,
    );
  }
  const script = COMMANDS[command];
  if (script === undefined && command !== "setup") {
    throw new SetUpFailure(
      `There is no command "${command}". There are: ${Object.keys(COMMANDS).join(", ")}, setup.`,
    );
  }
  // An exit in good order, so that npm is stopped and the lock is given back.
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => process.exit(code));
  const node = await ensureInstalled(ROOT, say);
  await ensureGenerated(ROOT, node);
  return script === undefined ? 0 : runScript(node, script, args);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    const advice = error instanceof SetUpFailure ? error.message : adviceFor(error.code);
    process.stderr.write(`${advice ?? error.stack}\n`);
    process.exit(1);
  },
);
