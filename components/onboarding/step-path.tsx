import { Check } from "lucide-react";
import { cn } from "../lib/cn";
import { progressOf, steps, type ScreenStep } from "./steps";

const words = { past: "done", present: "now", to_come: "to come" } as const;
const marks = {
  past: "border-in-step bg-in-step-wash text-in-step",
  present: "border-accent bg-accent text-on-accent",
  to_come: "border-line-strong text-ink-faint",
} as const;

/** The way through the set-up: what is done, where one stands, what is left. */
export function StepPath({ current }: { current: ScreenStep }) {
  return (
    <ol aria-label="Steps" className="flex gap-2 lg:flex-col lg:gap-0">
      {steps.map(({ id, title }, index) => {
        const progress = progressOf(id, current);
        return (
          <li
            key={id}
            aria-current={progress === "present" ? "step" : undefined}
            className={cn(
              "relative flex items-center gap-3 lg:pb-6",
              index < steps.length - 1 &&
                "lg:before:bg-line-strong lg:before:absolute lg:before:top-7 lg:before:bottom-1 lg:before:left-[11px] lg:before:w-px",
            )}
          >
            <span
              className={cn(
                "text-micro grid size-6 shrink-0 place-items-center rounded-full border",
                marks[progress],
              )}
            >
              {progress === "past" ? <Check aria-hidden className="size-3.5" /> : index + 1}
            </span>
            <span
              className={cn(
                progress === "present" ? "font-medium" : "text-ink-soft",
                progress !== "present" && "max-lg:sr-only",
              )}
            >
              {title}
              <span className="sr-only">, {words[progress]}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
