import type { Course } from "./course";
import type { Draw } from "./draw";
import type { WorkDays } from "./work-days";

export interface SampleDates {
  readonly createDate: string;
  readonly dueOffsetDays: number;
}

type DrawDates = (draw: Draw, days: WorkDays) => SampleDates;

const TERMS = [14, 30, 30, 30, 45, 60];
const STRICT_TERMS = [0, 7, 14, 30, 30];
/** Nobody waits longer than this for what is overdue. */
const LONGEST_OVERDUE_DAYS = 500;
const OLDEST_DRAFT_DAYS = 60;

const draft: DrawDates = (draw, days) => ({
  createDate: days.ago(draw, 0, OLDEST_DRAFT_DAYS, 2),
  dueOffsetDays: draw.pick(TERMS),
});

const overdue: DrawDates = (draw, days) => {
  const dueOffsetDays = draw.pick(STRICT_TERMS);
  const first = dueOffsetDays + 1;
  return { createDate: days.ago(draw, first, first + LONGEST_OVERDUE_DAYS, 4), dueOffsetDays };
};

/** Written at any time: whether it is due does not matter any more. */
const settled: DrawDates = (draw, days) => ({ createDate: days.any(draw), dueOffsetDays: draw.pick(TERMS) });

/** Not due before today. */
const open: DrawDates = (draw, days) => {
  const dueOffsetDays = draw.pick(TERMS);
  return { createDate: days.ago(draw, 0, dueOffsetDays), dueOffsetDays };
};

const BY_COURSE: Readonly<Record<Course, DrawDates>> = {
  archived: settled,
  autoFailed: open,
  autoPaid: settled,
  autoRetry: open,
  declined: open,
  deleted: settled,
  depositPaid: open,
  depositPartial: open,
  disputed: open,
  draft,
  overdue,
  overduePartial: overdue,
  paid: settled,
  partial: open,
  resolved: open,
  sent: open,
  viewed: open,
};

/** When an invoice of this course was written, and how long its client has. */
export function drawDates(draw: Draw, course: Course, days: WorkDays): SampleDates {
  return BY_COURSE[course](draw, days);
}
