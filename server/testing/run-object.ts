import { randomUUID } from "node:crypto";
import type { RecordKind } from "../contracts/sync";
import type { Tenant } from "../db/tenant";
import { decideRetry } from "../use-cases/retry-decision";
import { carryOut } from "../use-cases/sync/carry-out";
import { plannedRunSchema } from "../use-cases/sync/durable-step";
import type { DurableStep } from "../use-cases/sync/durable-step";
import { failRun } from "../use-cases/sync/fail-run";
import { markDirty } from "../use-cases/sync/mark-dirty";
import { planClientRun } from "../use-cases/sync/plan-client-run";
import { planInvoiceRun } from "../use-cases/sync/plan-invoice-run";
import type { TestDeps } from "./test-deps";

/** The process died: whatever it had done stands, what it had not written down is forgotten. */
class Crash extends Error {
  override readonly name = "Crash";
}

type RunOptions = {
  /** Counts finished steps over the whole run; the process dies before the result of the n-th is remembered. */
  crashBeforeRemembering?: number;
  /** Called before each step, by name. */
  beforeStep?: (name: string) => Promise<void>;
};

type Memory = Map<string, string>;

/** Remembers step results as JSON, as the engine does, and dies on command. */
function rememberingStep(memory: Memory, options: RunOptions, count: { done: number }): DurableStep {
  return async (name, result, work) => {
    const known = memory.get(name);
    if (known !== undefined) return result.parse(JSON.parse(known));
    await options.beforeStep?.(name);
    const value = await work();
    count.done += 1;
    if (count.done === options.crashBeforeRemembering) throw new Crash();
    memory.set(name, JSON.stringify(value));
    return value;
  };
}

/** A day of hourly looks, two tries each, and what came before. */
const longestRun = 120;

/**
 * Runs one object's sync as the engine would: steps remembered, errors retried when they say so (the clock moves
 * instead of waiting), the rest ended as failed. Returns the outcome.
 */
export async function runObject(
  deps: TestDeps,
  tenant: Tenant,
  object: { kind: RecordKind; freshbooksId: string },
  options: RunOptions = {},
): Promise<string> {
  const runKey = randomUUID();
  const memory: Memory = new Map();
  const count = { done: 0 };
  const step = rememberingStep(memory, options, count);
  for (let attempt = 0; attempt < longestRun; attempt += 1) {
    try {
      const planned = await step("plan", plannedRunSchema, () =>
        object.kind === "invoice"
          ? planInvoiceRun(deps, tenant, { freshbooksId: object.freshbooksId, runKey })
          : planClientRun(deps, tenant, { freshbooksId: object.freshbooksId, runKey }),
      );
      if (planned === null) return "nothing to do";
      const same = () => Promise.resolve(tenant);
      return await carryOut({ deps, tenant: same, tenantToWrite: same, step }, planned);
    } catch (error) {
      if (error instanceof Crash) continue;
      const decision = decideRetry(error, attempt);
      if (decision.do === "stop") {
        await failRun(deps, tenant, { ...object, runKey, failure: decision });
        return `failed: ${decision.code}`;
      }
      deps.clock.advance(decision.afterMs);
    }
  }
  throw new Error("the run did not end");
}

/** Says that an object changed, and runs its sync. */
export async function syncObject(
  deps: TestDeps,
  tenant: Tenant,
  object: { kind: RecordKind; freshbooksId: string },
  options: RunOptions = {},
): Promise<string> {
  await markDirty(deps, tenant, { ...object, origin: "callback", name: `${object.kind}.update` });
  return runObject(deps, tenant, object, options);
}
