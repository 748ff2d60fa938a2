import type { Engine } from "../engine/start-engine";

declare global {
  var mlConnectorEngine: Engine | undefined;
}

/** The engine running in this process, if any; on `globalThis` because Next may load a module more than once. */
export const engineHolder = {
  get: (): Engine | undefined => globalThis.mlConnectorEngine,
  set: (engine: Engine | undefined): void => {
    globalThis.mlConnectorEngine = engine;
  },
};
