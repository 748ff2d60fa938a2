import type { Engine } from "../engine/start-engine";
import { log } from "../lib/log";

const graceMs = 5_000;

/** On SIGTERM or SIGINT the engine hands its running work back, so that another process goes on at once. */
export function stopOnSignals(engine: Engine): void {
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, "stopping");
    engine
      .stop({ graceMs })
      .catch((error: unknown) => {
        log.error({ err: error }, "the engine did not stop cleanly");
      })
      .finally(() => {
        process.exit(0);
      });
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
