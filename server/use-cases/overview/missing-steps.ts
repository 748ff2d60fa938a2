import "server-only";
import type { ConnectionFacts } from "../../db/repos/connection-facts";

export type SetUpStep = "freshbooks" | "business" | "pipedrive" | "mapping";

/** What set-up still lacks, in the order in which it is done. A refused grant is not a missing step. */
export function missingSteps(input: {
  connections: readonly ConnectionFacts[];
  liveMappingVersion: number | null;
}): SetUpStep[] {
  const freshbooks = input.connections.find(({ vendor }) => vendor === "freshbooks");
  const pipedrive = input.connections.find(({ vendor }) => vendor === "pipedrive");
  const steps: SetUpStep[] = [];
  const isGrantDead = freshbooks?.status === "needs_reconnect" && freshbooks.accountName === null;
  if (!freshbooks || isGrantDead) steps.push("freshbooks");
  if (!freshbooks || freshbooks.accountName === null) steps.push("business");
  if (!pipedrive) steps.push("pipedrive");
  if (input.liveMappingVersion === null) steps.push("mapping");
  return steps;
}
