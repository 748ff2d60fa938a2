import type { Outcome } from "@/server/contracts/sync";
import { MeaningBadge } from "./meaning-badge";
import { outcomeLooks } from "./outcome-look";

/** How an attempt ended. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const look = outcomeLooks[outcome];
  return <MeaningBadge meaning={look.meaning} word={look.word} />;
}
