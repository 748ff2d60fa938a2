import type { Company } from "./company";
import type { CursorRules } from "./cursor";

/** The time, and how long cursors live. */
export function cursorRules(company: Company): CursorRules {
  return { nowMs: company.clock.nowMs(), lifeMs: company.switches.cursorLifeMs };
}
