import type { Caller } from "../probe/caller";
import type { CleanUp } from "../probe/clean-up";
import type { Listener } from "../probe/listener";
import { ProbeError } from "../probe/probe-error";
import type { Reply } from "../probe/reply";
import type { RunContext } from "../probe/run-context";
import type { Question } from "../question";
import type { PipedriveCredentials } from "./credentials";

/** What the Pipedrive questions work with. */
export interface PipedriveProbe {
  readonly context: RunContext;
  readonly cleanUp: CleanUp;
  readonly credentials: PipedriveCredentials;
  /** Calls of the company, as its user. */
  readonly api: Caller;
  readonly listener: Listener | undefined;
  /** The answer to the very first call of the run. */
  readonly first: Reply;
}

export type PipedriveQuestion = Question<PipedriveProbe>;

/** The listener, which a question that needs a public address was given. */
export function listenerOf(probe: PipedriveProbe): Listener {
  if (probe.listener === undefined) throw new ProbeError("This question was asked without a listener.");
  return probe.listener;
}
