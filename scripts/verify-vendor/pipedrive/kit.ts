import type { Kit } from "../kit";
import { openPipedrive } from "./open";
import type { PipedriveProbe } from "./probe";
import { pipedriveQuestions } from "./questions";

/** How Pipedrive is asked. */
export const pipedriveKit: Kit<PipedriveProbe> = {
  vendor: "pipedrive",
  questions: pipedriveQuestions,
  open: openPipedrive,
};
