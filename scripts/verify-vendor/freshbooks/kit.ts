import type { Kit } from "../kit";
import { openFreshbooks } from "./open";
import type { FreshbooksProbe } from "./probe";
import { freshbooksQuestions } from "./questions";

/** How FreshBooks is asked. */
export const freshbooksKit: Kit<FreshbooksProbe> = {
  vendor: "freshbooks",
  questions: freshbooksQuestions,
  open: openFreshbooks,
};
