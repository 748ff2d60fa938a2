// Brings node_modules to what package-lock.json says. Fit for Node 18, dependency-free.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statfsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { takeLock } from "./lock.mjs";
import { machineNode, machinePath } from "./machine-node.mjs";
import { lastLines, runProgram } from "./run-program.mjs";
import { adviceFor, SetUpFailure } from "./set-up-failure.mjs";

const NEEDED_BYTES = 2_500_000_000;
const OWN_NODE_MAJOR = 24;

/** @param {string} root */
function stampOf(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform} ${process.arch}`).digest("hex");
}

/** @param {string} root */
function isInstalled(root) {
  const stamp = join(root, "node_modules", ".set-up-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === stampOf(root)) return true;
  if (!matchesLock(root)) return false;
  writeFileSync(stamp, stampOf(root));
  return true;
}

/**
 * Whether npm's own note of what it installed says the same as the lock file: so it does after a plain `npm install`,
 * which must not be done over. What is optional may be absent (other platforms).
 * @param {string} root
 */
function matchesLock(root) {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages);
  return wanted.every(([folder, { version, optional, link }]) => {
    const found = installed[folder];
    if (folder === "" || link === true) return true;
    return found === undefined ? optional === true : found.version === version;
  });
}

/** @param {string} root */
function refuseFullDisk(root) {
  if (existsSync(join(root, "node_modules")) || statfsSync === undefined) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < NEEDED_BYTES) throw new SetUpFailure(adviceFor("ENOSPC"));
}

/** The npm that started us, else the one on the search path; always under the machine's own Node. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli !== undefined && /\.c?js$/.test(cli) ? [machineNode(), cli] : ["npm"];
}

/** @param {string} root @param {(line: string) => void} say */
async function runNpm(root, say) {
  const [program, ...first] = npmCommand();
  const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const env = { ...process.env, PATH: machinePath(), CHECKPOINT_DISABLE: "1" };
  const onAlive = (seconds) => say(`  still installing, ${seconds} s`);
  const { code, output } = await runProgram(program, args, { cwd: root, env, onAlive });
  if (code === 0) return;
  const reason = /npm (?:error|ERR!) code (\S+)/.exec(output)?.[1];
  const advice = reason === undefined ? undefined : adviceFor(reason);
  throw new SetUpFailure(advice ?? `npm ci failed (exit ${code}):\n${lastLines(output, 12)}`);
}

/**
 * The Node to go on under: the one among our packages. Where npm runs no install scripts that package is an empty
 * shell, so its own script is run; where it does not run at all (no glibc), a machine's Node of that age will do.
 * @param {string} root
 */
async function ensureOwnNode(root) {
  const link = join(root, "node_modules", ".bin", "node");
  const env = { ...process.env, PATH: machinePath() };
  const runs = async () => (await runProgram(link, ["--version"], { cwd: root, env })).code === 0;
  if (await runs()) return link;
  const folder = join(root, "node_modules", "node");
  await runProgram(machineNode(), ["installArchSpecificPackage"], { cwd: folder, env });
  if (!existsSync(link)) symlinkSync(join("..", "node", "bin", "node"), link);
  if (await runs()) return link;
  if (Number.parseInt(process.versions.node, 10) >= OWN_NODE_MAJOR) return process.execPath;
  throw new SetUpFailure(
    `The Node ${OWN_NODE_MAJOR} that npm brought does not run here: install Node ${OWN_NODE_MAJOR} or newer.`,
  );
}

/**
 * Installs the packages unless they are as package-lock.json says, one process at a time, and gives back the path of
 * the Node to go on under.
 * @param {string} root @param {(line: string) => void} say
 */
export async function ensureInstalled(root, say) {
  if (!isInstalled(root)) {
    const onWait = (pid) => say(`Waiting for the installation that process ${pid} runs…`);
    mkdirSync(join(root, ".data"), { recursive: true });
    const release = await takeLock(join(root, ".data", "install.lock"), { onWait });
    try {
      if (!isInstalled(root)) await install(root, say);
    } finally {
      release();
    }
  }
  return ensureOwnNode(root);
}

/** @param {string} root @param {(line: string) => void} say */
async function install(root, say) {
  refuseFullDisk(root);
  const startedAt = Date.now();
  say("Installing the packages (only the first time, and when they change)…");
  await runNpm(root, say);
  await ensureOwnNode(root);
  writeFileSync(join(root, "node_modules", ".set-up-from"), stampOf(root));
  say(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}
