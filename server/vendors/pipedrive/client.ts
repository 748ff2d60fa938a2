import "server-only";
import type { PipedriveCallDeps } from "./call";
import { createCompanyCalls } from "./company";
import { createDealCalls } from "./deals";
import { createFieldCalls } from "./fields";
import { createOrganizationCalls } from "./organizations";
import { createPipelineCalls } from "./pipelines";
import { TheirClock } from "./their-clock";

export type PipedriveClient = ReturnType<typeof createPipedriveClient>;

/**
 * One installation at Pipedrive. Every method asks the gate first and throws `VendorError` (or what the gate throws);
 * a write is sent once, and `mayHaveHappened` on its error says whether it must be looked for.
 */
export function createPipedriveClient(options: Omit<PipedriveCallDeps, "theirClock">) {
  const theirClock = new TheirClock(options.clock);
  const deps: PipedriveCallDeps = { ...options, theirClock };
  return {
    /** By how many milliseconds Pipedrive's clock is behind ours, as the answers so far have told; else 0. */
    clockBehindMs: () => theirClock.behindMs(),
    ...createCompanyCalls(deps),
    ...createPipelineCalls(deps),
    ...createFieldCalls(deps),
    ...createOrganizationCalls(deps),
    ...createDealCalls(deps),
  };
}
