import { setTimeout as pause } from "node:timers/promises";

import type { Time } from "./run-context";

/** Time as it passes by itself. */
export const realTime: Time = {
  nowMs: () => Date.now(),
  wait: async (ms, signal) => {
    await pause(ms, undefined, { signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw error;
    });
  },
};
