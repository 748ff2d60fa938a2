import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { ChildOrder } from "./engine-child";

/** A process with an engine of its own, for tests that let it die. */
export type EngineProcess = {
  child: ChildProcess;
  /** Resolves when the process is gone, however it went. */
  ended: Promise<void>;
  say(word: "stop" | "hold"): void;
  kill(): Promise<void>;
};

const programme = join(import.meta.dirname, "engine-child.ts");

/** Starts a process with an engine; resolves when it works, or has died already. */
export async function startEngineProcess(order: ChildOrder): Promise<EngineProcess> {
  const child = fork(programme, [JSON.stringify(order)], { execArgv: ["--import", "tsx"], stdio: "inherit" });
  const ended = once(child, "exit").then(() => undefined);
  await Promise.race([once(child, "message"), ended]);
  return {
    child,
    ended,
    say: (word) => {
      child.send(word);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
