import type { BookPayment } from "../freshbooks/books";
import { addDays, daysBetween } from "../lib/zone-time";
import type { Course } from "./course";
import type { Draw } from "./draw";
import { decimalText } from "./minor-units";
import type { SampleDates } from "./sample-dates";
import { instantOn } from "./work-days";

/** A payment before its invoice has its place in the books. */
export type SamplePayment = Omit<BookPayment, "invoice">;

/** What is to be paid on an invoice, in the smallest units of its currency. */
export interface Owed {
  readonly course: Course;
  readonly dates: SampleDates;
  readonly createdMs: number;
  readonly totalMinor: number;
  readonly depositMinor: number;
  readonly places: number;
  readonly today: string;
  readonly nowMs: number;
}

const TYPES = [
  "Bank Transfer",
  "Bank Transfer",
  "Credit Card",
  "Check",
  "PayPal",
  "ACH",
  "Cash",
  "Other",
] as const;
const NOTES = ["", "", "", "Thank you!", "2nd reminder", "wg. Skonto abgesprochen", "振込手数料差引"];

function drawPartCount(draw: Draw): number {
  const kind = draw.int(1, 100);
  if (kind <= 80) return 1;
  return kind <= 92 ? 2 : draw.int(3, 4);
}

/** Cuts an amount into parts, each of them something, which add up to it to the last unit. */
function cut(draw: Draw, totalMinor: number, parts: number): number[] {
  const amounts: number[] = [];
  let left = totalMinor;
  for (let rest = Math.min(parts, totalMinor); rest > 1; rest -= 1) {
    const share = Math.max(
      1,
      Math.min(left - rest + 1, Math.round((left / rest) * (0.6 + 0.8 * draw.leaning(1)))),
    );
    amounts.push(share);
    left -= share;
  }
  return [...amounts, left];
}

type DrawAmounts = (draw: Draw, owed: Owed) => readonly number[];

const nothing: DrawAmounts = () => [];
const atOnce: DrawAmounts = (_draw, { totalMinor }) => [totalMinor];
const inParts: DrawAmounts = (draw, { totalMinor }) => cut(draw, totalMinor, drawPartCount(draw));
const notAll: DrawAmounts = (draw, { totalMinor }) =>
  cut(draw, Math.ceil(totalMinor * (0.2 + 0.6 * draw.leaning(1))), draw.int(1, 2));

const BY_COURSE: Readonly<Record<Course, DrawAmounts>> = {
  archived: atOnce,
  autoFailed: nothing,
  autoPaid: atOnce,
  autoRetry: nothing,
  declined: nothing,
  deleted: (draw, owed) => (draw.chance(0.3) ? atOnce(draw, owed) : []),
  depositPaid: (_draw, { depositMinor }) => [depositMinor],
  depositPartial: (_draw, { depositMinor }) => [Math.ceil(depositMinor / 2)],
  disputed: nothing,
  draft: nothing,
  overdue: nothing,
  overduePartial: notAll,
  paid: inParts,
  partial: notAll,
  resolved: nothing,
  sent: nothing,
  viewed: nothing,
};

/** The payments on an invoice, earliest first; now and then one more that was entered by mistake and deleted again. */
export function drawPayments(draw: Draw, owed: Owed): SamplePayment[] {
  const { createDate, dueOffsetDays } = owed.dates;
  const latest = Math.min(daysBetween(createDate, owed.today), Math.round(dueOffsetDays * 1.4) + 5);
  const amounts = BY_COURSE[owed.course](draw, owed);
  const offsets = amounts.map(() => draw.int(0, latest)).sort((left, right) => left - right);
  const payments = amounts.map((minor, index): SamplePayment => {
    const date = addDays(createDate, offsets[index] ?? 0);
    const note = draw.pick(NOTES);
    return {
      amount: decimalText(minor, owed.places),
      date,
      type: owed.course === "autoPaid" ? "Credit Card" : draw.pick(TYPES),
      ...(note === "" ? {} : { note }),
      visState: 0,
      updatedMs: Math.max(owed.createdMs, instantOn(draw, date, owed.nowMs)),
    };
  });
  const [first] = payments;
  if (first !== undefined && draw.chance(0.02))
    payments.push({ ...first, note: "entered twice", visState: 1 });
  return payments;
}
