import { setTimeout as wait } from "node:timers/promises";
import { buildCallBody } from "../pure/call-body";
import { readAnswer } from "../pure/read-answer";
import type { Answer } from "../pure/read-answer";
import { isUnstorable } from "../store/database";
import { settleCall } from "../store/settle-call";
import { withinCall } from "./call-context";
import type { CallContext } from "./call-context";
import type { Core } from "./core";
import type { SdkAnswer } from "./sdk";

/** A job whose process died this often is taken for the cause. */
const mostLostLeases = 10;
const settlePauseMs = 100;
const longestPauseMs = 5_000;

function failedAttempt(name: string, message: string): Answer {
  return { kind: "retry", steps: [], error: { name, message }, step: null, retryAfter: null };
}

function readSdkAnswer(answer: SdkAnswer): Answer {
  const headers = new Map(Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]));
  return readAnswer({
    status: answer.status,
    header: (name) => headers.get(name) ?? null,
    body: answer.body,
  });
}

async function ask(core: Core, context: CallContext): Promise<Answer> {
  const { job, fn } = context;
  const body = buildCallBody({ ...job, maxAttempts: fn.maxAttempts });
  try {
    return readSdkAnswer(await withinCall(context, () => core.sdk.call(job.functionId, job.target, body)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failedAttempt("CallFailedError", `The function could not be called: ${message}`);
  }
}

async function askInTime(core: Core, context: CallContext): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => {
      const seconds = String(core.callTimeoutMs / 1_000);
      resolve(failedAttempt("CallTimeoutError", `The function did not answer within ${seconds} seconds.`));
    }, core.callTimeoutMs);
  });
  try {
    return await Promise.race([ask(core, context), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether nothing but the run's own end has to be stored. */
function isPlainEnd(core: Core, context: CallContext, answer: Answer): boolean {
  return (
    answer.kind === "completed" &&
    context.events.length === 0 &&
    context.job.target === "step" &&
    !context.job.hasParent &&
    !core.functions.isHeard("inngest/function.finished")
  );
}

async function settle(core: Core, context: CallContext, answer: Answer): Promise<boolean> {
  if (answer.kind === "completed" && isPlainEnd(core, context, answer)) {
    const { jobId, generation } = context.job;
    const end = { output: answer.output };
    return core.writer.save({ jobId, generation, startedAt: context.startedAt, steps: answer.steps, end });
  }
  const kept = await core.inTurn((turn) =>
    settleCall(turn, { ...context.report(), answer }, { policy: core.retry, random: Math.random }),
  );
  core.lookForDue();
  return kept;
}

/**
 * Stores the answer, trying until it is stored, does not count any more, or the engine stops. What PostgreSQL cannot
 * hold counts as a failed attempt, lest the run hang.
 */
async function settleForSure(core: Core, context: CallContext, answer: Answer): Promise<void> {
  let current = answer;
  for (let attempt = 1; !core.isStopping() || attempt === 1; attempt += 1) {
    try {
      const kept = await settle(core, context, current);
      if (!kept) core.log.info({ runId: context.job.runId }, "an answer came too late and does not count");
      return;
    } catch (error) {
      core.log.error(
        { err: error, runId: context.job.runId, attempt },
        "the answer of a call could not be stored",
      );
      if (isUnstorable(error)) {
        const message = `The result could not be stored: ${error.message}`;
        current = failedAttempt("ResultNotStoredError", message);
      }
      await wait(Math.min(settlePauseMs * 2 ** attempt, longestPauseMs), undefined, { ref: false });
    }
  }
}

/** Makes one call of a function and stores what came of it. Never rejects. */
export async function makeCall(core: Core, context: CallContext): Promise<void> {
  const lost = context.job.lost >= mostLostLeases;
  const message = `The process died during this call ${String(mostLostLeases)} times; it is not made again.`;
  const answer: Answer = lost
    ? { kind: "failed", error: { name: "LostLeaseError", message } }
    : await askInTime(core, context);
  // Given up meanwhile: the job is somebody else's.
  if (!context.open) return;
  context.open = false;
  await settleForSure(core, context, answer);
}
