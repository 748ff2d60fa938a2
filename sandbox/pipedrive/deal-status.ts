import type { Company } from "./company";
import { validationFailed } from "./errors";
import type { ClosingTimes, DealRecord, DealStatus, StageRecord } from "./records";
import type { DealPatch } from "./schemas/deal";

/** An open deal has no closing times. */
export const OPEN_TIMES: ClosingTimes = { closeMs: null, wonMs: null, lostMs: null };

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

/** Refuses another stage for a won deal, where that is the rule (facts §5, not confirmed). */
export function refuseStageOfWon(
  company: Company,
  deal: DealRecord,
  patch: DealPatch,
  stage: StageRecord | undefined,
): void {
  if (company.switches.stageChangeOnWon === "allowed" || stage === undefined) return;
  const staysWon = deal.status === "won" && (patch.status ?? "won") === "won";
  if (staysWon && stage.id !== deal.stageId) {
    throw validationFailed("stage_id: The stage of a won deal cannot be changed");
  }
}

function wonTimes(base: ClosingTimes, patch: DealPatch, nowMs: number): ClosingTimes {
  const wonMs = patch.won_time ?? base.wonMs ?? nowMs;
  return { closeMs: patch.close_time ?? base.closeMs ?? wonMs, wonMs, lostMs: null };
}

function lostTimes(base: ClosingTimes, patch: DealPatch, nowMs: number): ClosingTimes {
  const lostMs = patch.lost_time ?? base.lostMs ?? nowMs;
  return { closeMs: patch.close_time ?? base.closeMs ?? lostMs, wonMs: null, lostMs };
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
  return status === "won" ? wonTimes(base, patch, nowMs) : lostTimes(base, patch, nowMs);
}
