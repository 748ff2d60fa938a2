// A lock between processes, as a file. Node has no flock, so the file names its holder and anyone may check that the
// holder still lives; an orderly exit gives it back. Dependency-free and fit for Node 18: the set-up uses it before anything is installed.
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The lock stayed with a living holder for longer than the caller would wait. */
export class LockTimeoutError extends Error {
  /** @param {string} path @param {number} pid */
  constructor(path, pid) {
    super(`Process ${pid} holds ${path}. Wait until it ends, or stop it, and try again.`);
    this.name = "LockTimeoutError";
  }
}

/**
 * When a process began, in the kernel's ticks, so that a reused process id is not taken for the old process.
 * Empty where the system has no /proc.
 * @param {number} pid
 */
function beganAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** @param {number} pid @param {string} began */
function isAlive(pid, began) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return began === "" || beganAt(pid) === began;
}

/** @param {string} path @returns {{ pid: number, began: string, nonce: string } | undefined} */
function readHolder(path) {
  try {
    const [pid, began, nonce] = readFileSync(path, "utf8").split("\n");
    return { pid: Number(pid), began: began ?? "", nonce: nonce ?? "" };
  } catch {
    return undefined;
  }
}

/**
 * Creates the lock whole or not at all: a holder killed half-way through writing leaves no nameless lock.
 * @param {string} path @param {string} text
 */
function tryCreate(path, text) {
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes a dead holder's lock away. The rename lets exactly one of several waiters win; if a newer lock was moved
 * instead of the dead one, it is put back.
 * @param {string} path @param {string} nonce
 */
function removeStale(path, nonce) {
  const aside = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readHolder(aside)?.nonce !== nonce) {
    try {
      linkSync(aside, path);
    } catch {
      // A third process holds it by now; the moved lock's owner notices when it releases.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * Takes the lock at `path`, waiting at most `waitMs` for a living holder; a dead holder's lock is taken over.
 * `onWait` is called once, with the holder's process id, when it has to wait.
 * @param {string} path
 * @param {{ waitMs?: number, onWait?: (pid: number) => void }} [options]
 * @returns {Promise<() => void>} gives the lock back; safe to call twice
 */
export async function takeLock(path, { waitMs = 600_000, onWait } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const nonce = randomBytes(12).toString("hex");
  const until = Date.now() + waitMs;
  let isWaiting = false;
  while (!tryCreate(path, `${process.pid}\n${beganAt(process.pid)}\n${nonce}\n`)) {
    const holder = readHolder(path);
    if (!holder) continue;
    if (!isAlive(holder.pid, holder.began)) {
      removeStale(path, holder.nonce);
      continue;
    }
    if (Date.now() > until) throw new LockTimeoutError(path, holder.pid);
    if (!isWaiting) onWait?.(holder.pid);
    isWaiting = true;
    await pause(50);
  }
  const release = () => {
    process.removeListener("exit", release);
    if (readHolder(path)?.nonce === nonce) rmSync(path, { force: true });
  };
  process.once("exit", release);
  return release;
}
