import { Ban, CircleCheck, CircleDashed, CircleX, TriangleAlert, type LucideIcon } from "lucide-react";
import type { Health } from "@/server/contracts/sync";

/** The five meanings. They never change, and none stands by its colour alone: each has its icon and word. */
export type Meaning = Health | "attention";

type MeaningLook = {
  word: string;
  icon: LucideIcon;
  /** Text in the meaning's colour. */
  ink: string;
  /** Text on the meaning's wash, for badges and notes. */
  badge: string;
  /** A solid mark: dots, bars. */
  fill: string;
};

export const meanings = {
  in_step: {
    word: "In step",
    icon: CircleCheck,
    ink: "text-in-step",
    badge: "bg-in-step-wash text-in-step",
    fill: "bg-in-step",
  },
  waiting: {
    word: "Waiting",
    icon: CircleDashed,
    ink: "text-waiting",
    badge: "bg-waiting-wash text-waiting",
    fill: "bg-waiting",
  },
  excluded: {
    word: "Excluded",
    icon: Ban,
    ink: "text-excluded",
    badge: "bg-excluded-wash text-excluded",
    fill: "bg-excluded",
  },
  attention: {
    word: "Attention",
    icon: TriangleAlert,
    ink: "text-attention",
    badge: "bg-attention-wash text-attention",
    fill: "bg-attention",
  },
  failing: {
    word: "Failing",
    icon: CircleX,
    ink: "text-failing",
    badge: "bg-failing-wash text-failing",
    fill: "bg-failing",
  },
} as const satisfies Record<Meaning, MeaningLook>;

/** The four lists, in the order in which they are shown everywhere. */
export const healths = ["in_step", "waiting", "excluded", "failing"] as const satisfies readonly Health[];
