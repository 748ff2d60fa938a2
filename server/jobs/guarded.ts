import { NonRetriableError, RetryAfterError } from "inngest";
import { log } from "../lib/log";
import { decideRetry } from "../use-cases/retry-decision";
import { writeFailure } from "./failure-text";

/**
 * Runs a step's work and turns what it throws into what the engine understands: stop, or come back later. The only
 * place where errors take the engine's shape. `attempt` counts from 0.
 */
export async function guarded<Result>(
  where: { name: string; attempt: number; workspaceId: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const decision = decideRetry(error, where.attempt);
    const level = decision.code === "internal" ? "error" : "info";
    log[level]({ err: error, ...where, decision: decision.do }, "step not done");
    const text = writeFailure(decision);
    if (decision.do === "stop") throw new NonRetriableError(text, { cause: error });
    throw new RetryAfterError(text, Math.max(1_000, decision.afterMs), { cause: error });
  }
}
