import { validationFailed } from "./errors";
import type { ClosingTimes, DealRecord, DealStatus } from "./records";
import type { DealPatch } from "./schemas/deal";

const OPEN_TIMES: ClosingTimes = { closeMs: null, wonMs: null, lostMs: null };

/** Refuses closing data that does not fit the status the deal will have (facts §5). */
export function refuseWrongClosing(status: DealStatus, patch: DealPatch): void {
  const isLostOnly = typeof patch.lost_reason === "string" || patch.lost_time !== undefined;
  if (isLostOnly && status !== "lost") {
    throw validationFailed("lost_reason and lost_time can be set only when the deal status is lost");
  }
  if (patch.won_time !== undefined && status !== "won") {
    throw validationFailed("won_time can be set only when the deal status is won");
  }
  if (typeof patch.close_time === "number" && status === "open") {
    throw validationFailed("close_time can be set only when the deal status is won or lost");
  }
}

/** Closing times after a write: reopening clears them, winning or losing sets those not given to now. */
export function closingTimes(
  deal: Pick<DealRecord, "status" | "times">,
  status: DealStatus,
  patch: DealPatch,
  nowMs: number,
): ClosingTimes {
  if (status === "open") return OPEN_TIMES;
  const base = deal.status === status ? deal.times : OPEN_TIMES;
  const wonMs = status === "won" ? (patch.won_time ?? base.wonMs ?? nowMs) : null;
  const lostMs = status === "lost" ? (patch.lost_time ?? base.lostMs ?? nowMs) : null;
  const closeMs = patch.close_time ?? base.closeMs ?? wonMs ?? lostMs;
  return { closeMs, wonMs, lostMs };
}
