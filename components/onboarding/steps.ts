import type { OnboardingStep } from "@/server/contracts/onboarding";

/** A step on screen: the server knows all but the pre-flight, which is looked at anew each time. */
export type ScreenStep = OnboardingStep | "preflight";

/** The steps in their order, with the words for each. */
export const steps = [
  { id: "freshbooks", title: "Connect FreshBooks" },
  { id: "business", title: "Choose the business" },
  { id: "pipedrive", title: "Connect Pipedrive" },
  { id: "preflight", title: "Pre-flight" },
  { id: "mapping", title: "Pipeline and stages" },
  { id: "done", title: "Done" },
] as const satisfies readonly { id: ScreenStep; title: string }[];

/** Whether a step lies behind, is the present one, or is still to come. */
export function progressOf(step: ScreenStep, current: ScreenStep): "past" | "present" | "to_come" {
  const order = steps.findIndex(({ id }) => id === step) - steps.findIndex(({ id }) => id === current);
  if (order === 0) return current === "done" ? "past" : "present";
  return order < 0 ? "past" : "to_come";
}
