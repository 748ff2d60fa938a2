import "server-only";
import { z } from "zod";
import type { Outcome } from "../../contracts/sync";
import type { Tenant } from "../../db/tenant";
import { closeRun } from "./close-run";
import { runEndSchema, writeEndSchema } from "./durable-step";
import type { DurableStep, PlannedRun, WriteEnd } from "./durable-step";
import { runWrite } from "./run-write";
import { startOver } from "./start-over";
import type { SyncDeps } from "./sync-deps";

export type SyncRun = {
  deps: SyncDeps;
  tenant: () => Promise<Tenant>;
  /** The same for writing to Pipedrive; refuses where the workspace is about to be erased. */
  tenantToWrite: () => Promise<Tenant>;
  step: DurableStep;
};

/** Each write in order, a step of its own, until one ends otherwise than done. */
async function writeAll({ deps, tenantToWrite, step }: SyncRun, planned: PlannedRun): Promise<WriteEnd> {
  const { attemptId } = planned;
  for (const [index, kind] of planned.kinds.entries()) {
    const ordinal = index + 1;
    const result = await step(`write ${String(ordinal)}: ${kind}`, writeEndSchema, async () =>
      runWrite(deps, await tenantToWrite(), { attemptId, ordinal }),
    );
    if (result.end !== "done") return result;
  }
  return { end: "done" };
}

/** Carries a planned run to its end, and closes its attempt. */
export async function carryOut(run: SyncRun, planned: PlannedRun): Promise<Outcome> {
  const { deps, tenant, step } = run;
  const { attemptId } = planned;
  const result = await writeAll(run, planned);
  if (result.end === "superseded") {
    await step("start over", z.null(), async () => {
      await startOver(deps, await tenant(), attemptId);
      return null;
    });
    return "superseded";
  }
  const gone = result.end === "gone" ? result.because : null;
  const { outcome } = await step("close", runEndSchema, async () =>
    closeRun(deps, await tenant(), { attemptId, gone }),
  );
  return outcome;
}
