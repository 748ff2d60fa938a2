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

function say(...said: unknown[]): void {
  logger.debug({ said: said.map((part) => (part instanceof Error ? part.message : part)) }, "engine");
}

/** The client with which all functions are made and all events sent, whichever engine serves. */
export const inngest = new Inngest({
  id: "ml-connector",
  // What the SDK says of its own doing is for whoever searches a fault: each failure is already logged by its step.
  logger: { info: say, warn: say, error: say, debug: say },
  ...(isEngineEmbedded() ? embeddedClientOptions() : {}),
});
