import { missingNeed } from "./missing-need";
import { failureOf, outcomeOf } from "./outcome";
import type { Outcome } from "./outcome";
import type { CleanUp } from "./probe/clean-up";
import { StopError } from "./probe/probe-error";
import { undecided } from "./question";
import type { Need, Question } from "./question";

export interface RunInput<Probe> {
  readonly questions: readonly Question<Probe>[];
  readonly probe: Probe;
  readonly abilities: ReadonlySet<Need>;
  readonly cleanUp: CleanUp;
  /** Keeps secrets out of a text. */
  readonly hide: (text: string) => string;
  readonly interrupted: AbortSignal;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** All outcomes, in the order of the questions, and why the run ended early, if it did. */
export interface RunResult {
  readonly outcomes: readonly Outcome[];
  readonly stopped?: string;
}

/**
 * Asks one question after the other. What a question made is taken away again before the next one, also when it broke
 * or the run was interrupted; after a `StopError` no further question is asked.
 */
export async function runQuestions<Probe>(input: RunInput<Probe>): Promise<RunResult> {
  const outcomes: Outcome[] = [];
  let stopped: string | undefined;
  const keep = (outcome: Outcome) => {
    outcomes.push(outcome);
    input.onOutcome(outcome);
  };
  for (const question of input.questions) {
    const missing = stopped ?? missingNeed(question.needs, input.abilities);
    if (missing !== undefined) {
      keep(outcomeOf(question, undecided(missing), input.hide));
      continue;
    }
    try {
      input.interrupted.throwIfAborted();
      keep(outcomeOf(question, await question.run(input.probe), input.hide));
    } catch (error) {
      if (error instanceof StopError) stopped = "the run had ended";
      keep(failureOf(question, error, input.hide));
    } finally {
      await input.cleanUp.settle();
    }
  }
  return { outcomes, ...(stopped === undefined ? {} : { stopped }) };
}
