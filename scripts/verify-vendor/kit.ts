import type { Variables } from "./environment";
import type { CleanUp } from "./probe/clean-up";
import type { Listener } from "./probe/listener";
import type { Person } from "./probe/person";
import type { RunContext } from "./probe/run-context";
import type { Need, Question } from "./question";

/** What a run hands to the part that knows the vendor. */
export interface OpenInput {
  readonly variables: Variables;
  readonly context: RunContext;
  readonly cleanUp: CleanUp;
  readonly listener: Listener | undefined;
  readonly person: Person | undefined;
}

/** A vendor's questions, and how to get at the service with what the environment gives. */
export interface Kit<Probe> {
  readonly vendor: "freshbooks" | "pipedrive";
  readonly questions: readonly Question<Probe>[];
  /** Throws `MissingVariablesError` before any call, `ProbeError` when the service does not let us in. */
  open(input: OpenInput): Promise<{ readonly probe: Probe; readonly abilities: readonly Need[] }>;
}
