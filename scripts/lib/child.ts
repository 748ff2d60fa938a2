import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";

import { childEnvironment } from "./environment";
import { ROOT } from "./paths";

/** What to start. It always runs under our Node, on a leash, in a process group of its own. */
export type ChildOptions = {
  /** What to call it in messages. */
  name: string;
  /** Node's arguments: the script, and what follows. */
  args: string[];
  env: Record<string, string>;
  /** Where its output goes; undefined means the terminal. */
  logFile?: string;
  /** How long it may take to end after SIGTERM. */
  graceMs?: number;
};

/** A running child. */
export type Child = {
  name: string;
  /** Its process id; undefined if it could not be started. */
  pid: number | undefined;
  /** Resolves with its exit code when it has ended; a signal counts as 1. */
  ended: Promise<number>;
  /** Asks it and everything it started to end, then makes it; resolves when it has ended. */
  stop: () => Promise<void>;
  /** The last lines of its log, to show why it failed. */
  lastLines: () => string;
};

const GRACE_MS = 15_000;
const SHOWN_LINES = 15;
const LEASH = path.join(ROOT, "scripts", "lib", "leash.mjs");

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

/** Starts a child; see `ChildOptions`. */
export function startChild({ name, args, env, logFile, graceMs = GRACE_MS }: ChildOptions): Child {
  if (logFile !== undefined) mkdirSync(path.dirname(logFile), { recursive: true });
  const out = logFile === undefined ? "inherit" : openSync(logFile, "w", 0o600);
  const child = spawn(process.execPath, ["--import", LEASH, ...args], {
    cwd: ROOT,
    detached: true,
    env: childEnvironment({ ...env, LEASH_HELD_BY: String(process.pid) }),
    stdio: ["ignore", out, out, "pipe"],
  });
  if (typeof out === "number") closeSync(out);
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => {
      resolve(1);
    });
    child.once("exit", (code) => {
      resolve(code ?? 1);
    });
  });
  const { pid } = child;
  const stop = async (): Promise<void> => {
    if (pid === undefined) return;
    signalGroup(pid, "SIGTERM");
    const timer = setTimeout(() => {
      signalGroup(pid, "SIGKILL");
    }, graceMs);
    await ended;
    clearTimeout(timer);
    signalGroup(pid, "SIGKILL");
  };
  const lastLines = (): string =>
    logFile === undefined
      ? ""
      : readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-SHOWN_LINES).join("\n");
  return { name, pid, ended, stop, lastLines };
}
