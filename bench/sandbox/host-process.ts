import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

import { readySchema, replySchema } from "./host-protocol";
import type { Ask, Ready, Reply } from "./host-protocol";

// V8 lets garbage lie while there is memory: without a limit the process would tell how much the machine has to spare.
const HEAP_LIMIT = ["--max-old-space-size=384", "--max-semi-space-size=8"];
const HOST = fileURLToPath(new URL("host.ts", import.meta.url));

/** The process that hosts the stand-ins ended before it answered. */
export class HostLostError extends Error {
  override readonly name = "HostLostError";
}

/** The stand-ins in a process of their own. */
export interface Host extends Ready {
  ask(ask: Ask): Promise<Reply>;
  stop(): Promise<void>;
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const lost = (code: number | null) => {
      reject(new HostLostError(`The process that hosts the sandbox ended with ${code ?? "a signal"}.`));
    };
    child.once("exit", lost);
    child.once("message", (message) => {
      child.off("exit", lost);
      resolve(message);
    });
  });
}

/** Starts both stand-ins in a process of their own and waits until they listen. */
export async function startHost(): Promise<Host> {
  const child = fork(HOST, { execArgv: [...HEAP_LIMIT, "--expose-gc", "--import", "tsx"] });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      resolve();
    });
  });
  const ready = readySchema.parse(await nextMessage(child));
  return {
    ...ready,
    ask: async (ask) => {
      child.send(ask);
      return replySchema.parse(await nextMessage(child));
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
