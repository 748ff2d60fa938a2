import { processDeps } from "../use-cases/deps";
import { freshbooksFor, pipedriveFor } from "../use-cases/connections/vendor-clients";
import type { SyncDeps } from "../use-cases/sync/sync-deps";
import { inngest } from "./client";

/** What jobs and doors hand to the sync: the process's own, the vendors, and the engine to send to. */
export function syncDeps(): SyncDeps {
  const deps = processDeps();
  return {
    ...deps,
    freshbooks: (tenant) => freshbooksFor(deps, tenant),
    pipedrive: (tenant) => pipedriveFor(deps, tenant),
    send: async (events) => {
      if (events.length > 0) await inngest.send([...events]);
    },
  };
}
