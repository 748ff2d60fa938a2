import type { Overview } from "@/server/contracts/overview";
import type { Meaning } from "./meaning";

/** A workspace's health as one of the five meanings and a short word. */
export const verdictLooks = {
  setup: { meaning: "waiting", word: "Set-up not finished" },
  in_step: { meaning: "in_step", word: "In step" },
  working: { meaning: "waiting", word: "Catching up" },
  attention: { meaning: "attention", word: "Needs attention" },
  failing: { meaning: "failing", word: "Failing" },
} as const satisfies Record<Overview["verdict"], { meaning: Meaning; word: string }>;
