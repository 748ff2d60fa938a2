import { Inngest } from "inngest";
import { embeddedClientOptions } from "../lib/engine-port";
import { env } from "../lib/env";
import { log } from "../lib/log";

/** Whether the engine inside this process serves; else Inngest proper, named by the environment. */
export function isEngineEmbedded(): boolean {
  const { INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = env();
  return (
    INNGEST_BASE_URL === undefined && INNGEST_EVENT_KEY === undefined && INNGEST_SIGNING_KEY === undefined
  );
}

const logger = log.child({ part: "inngest" });

/** The client with which all functions are made and all events sent, whichever engine serves. */
export const inngest = new Inngest({
  id: "ml-connector",
  logger: {
    info: (message: unknown) => {
      logger.debug({ said: String(message) }, "engine");
    },
    warn: (message: unknown) => {
      logger.warn({ said: String(message) }, "engine");
    },
    error: (message: unknown) => {
      logger.warn({ said: String(message) }, "engine");
    },
    debug: (message: unknown) => {
      logger.trace({ said: String(message) }, "engine");
    },
  },
  ...(isEngineEmbedded() ? embeddedClientOptions() : {}),
});
