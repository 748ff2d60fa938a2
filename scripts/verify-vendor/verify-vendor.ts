import type { Variables } from "./environment";
import type { Kit } from "./kit";
import type { Outcome } from "./outcome";
import { CleanUp } from "./probe/clean-up";
import type { Listener } from "./probe/listener";
import type { Person } from "./probe/person";
import { ProbeError, StopError } from "./probe/probe-error";
import type { Patience, RunContext, Time } from "./probe/run-context";
import { Secrets } from "./probe/secrets";
import type { Need } from "./question";
import { UsageError } from "./read-arguments";
import { runQuestions } from "./run-questions";
import type { RunResult } from "./run-questions";

export interface VerifyInput {
  readonly variables: Variables;
  /** Ids of the only questions to ask; empty: all. */
  readonly only: readonly string[];
  readonly mayWrite: boolean;
  readonly mayTakeTheNight: boolean;
  readonly listener: Listener | undefined;
  readonly person: Person | undefined;
  readonly time: Time;
  readonly patience: Patience;
  readonly interrupted: AbortSignal;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** The outcomes, and what could not be taken away again. */
export interface VerifyResult extends RunResult {
  readonly left: readonly string[];
}

function chosen<Probe>(kit: Kit<Probe>, only: readonly string[]) {
  const unknown = only.filter((id) => !kit.questions.some((question) => question.id === id));
  if (unknown.length === 0) {
    return only.length === 0 ? kit.questions : kit.questions.filter((question) => only.includes(question.id));
  }
  const known = kit.questions.map((question) => question.id).join(", ");
  throw new UsageError(
    `There is no question ${unknown.join(", ")} about ${kit.vendor}. There are: ${known}.`,
  );
}

function abilitiesOf(input: VerifyInput): Need[] {
  return [
    ...(input.mayWrite ? (["write"] as const) : []),
    ...(input.mayTakeTheNight ? (["overnight"] as const) : []),
    ...(input.listener === undefined ? [] : (["public"] as const)),
    ...(input.person === undefined ? [] : (["person"] as const)),
  ];
}

/** The same error with its words passed through `hide`: what a service says may quote what it was sent. */
function withoutSecrets(error: unknown, hide: (text: string) => string): unknown {
  if (error instanceof ProbeError) return new ProbeError(hide(error.message), { cause: error });
  return error instanceof StopError ? new StopError(hide(error.message), { cause: error }) : error;
}

/**
 * Settles a vendor's open questions at the service that the variables name. Throws `UsageError` and
 * `MissingVariablesError` before the first call, `ProbeError` when the service does not let us in.
 */
export async function verifyVendor<Probe>(kit: Kit<Probe>, input: VerifyInput): Promise<VerifyResult> {
  const questions = chosen(kit, input.only);
  const secrets = new Secrets();
  const cleanUp = new CleanUp();
  const hide = (text: string) => secrets.hide(text);
  const { time, patience, interrupted, variables, listener, person } = input;
  const context: RunContext = { secrets, time, patience, interrupted, replies: [] };
  try {
    const { probe, abilities } = await kit.open({ variables, context, cleanUp, listener, person });
    const all = new Set([...abilitiesOf(input), ...abilities]);
    const { onOutcome } = input;
    const run = { questions, probe, abilities: all, cleanUp, hide, interrupted, onOutcome };
    const result = await runQuestions(run);
    return { ...result, left: cleanUp.left.map(hide) };
  } catch (error) {
    throw withoutSecrets(error, hide);
  } finally {
    await cleanUp.settle();
  }
}
