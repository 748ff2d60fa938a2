import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { refreshReportSchema } from "./refresh-order";
import type { RefreshOrder } from "./refresh-order";

/** A process of its own whose callers want a token of one connection. */
export type RefreshProcess = {
  /** Has all its callers ask at once; what each of them got. */
  ask(): Promise<string[]>;
  kill(): Promise<void>;
};

const programme = join(import.meta.dirname, "refresh-child.ts");

async function nextMessage(child: ChildProcess): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => {
      reject(new Error("the process ended without an answer"));
    });
  });
}

/** Starts it; resolves when it is ready to ask. */
export async function startRefreshProcess(order: RefreshOrder): Promise<RefreshProcess> {
  const execArgv = ["--conditions", "react-server", "--import", "tsx"];
  const child = fork(programme, [JSON.stringify(order)], { execArgv, stdio: "inherit" });
  await nextMessage(child);
  return {
    ask: async () => {
      child.send("ask");
      return refreshReportSchema.parse(await nextMessage(child));
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
