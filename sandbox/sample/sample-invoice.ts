import type { BookInvoice } from "../freshbooks/books";
import type { Course } from "./course";
import { perDollar } from "./currencies";
import type { Draw } from "./draw";
import { decimalText } from "./minor-units";
import type { SampleClient } from "./sample-client";
import { drawDates } from "./sample-dates";
import { drawLines } from "./sample-lines";
import { drawPayments } from "./sample-payments";
import type { SamplePayment } from "./sample-payments";
import { instantOn } from "./work-days";
import type { WorkDays } from "./work-days";

/** An invoice before its client has its place in the books. */
export interface SampleInvoice {
  readonly clientRow: number;
  readonly invoice: Omit<BookInvoice, "client">;
  readonly payments: readonly SamplePayment[];
}

/** What all invoices of a sample are made after. */
export interface Setting {
  readonly days: WorkDays;
  readonly nowMs: number;
  /** Decimal places of a currency. */
  readonly placesOf: (code: string) => number;
}

const MEDIAN_DOLLARS = 620;
const SPREAD = 1.15;
const NOTES = [
  "Vielen Dank!",
  "Thank you for your business.",
  "Merci !",
  "ありがとうございます。",
  "שולם, תודה",
];

function progressOf(draw: Draw, course: Course): BookInvoice["progress"] {
  if (course === "draft") return "draft";
  if (course === "sent") return "sent";
  if (course === "viewed" || course === "disputed") return "viewed";
  return draw.chance(0.6) ? "viewed" : "sent";
}

type Fate = Pick<BookInvoice, "autoBill" | "dispute" | "isDeclined" | "visState">;

const FATES: Partial<Readonly<Record<Course, Fate>>> = {
  archived: { visState: 2 },
  autoFailed: { autoBill: "failed", visState: 0 },
  autoPaid: { autoBill: "success", visState: 0 },
  autoRetry: { autoBill: "retry", visState: 0 },
  declined: { isDeclined: true, visState: 0 },
  deleted: { visState: 1 },
  disputed: { dispute: "disputed", visState: 0 },
  resolved: { dispute: "resolved", visState: 0 },
};

function drawExtras(draw: Draw): Pick<BookInvoice, "notes" | "poNumber"> {
  return {
    ...(draw.chance(0.05) ? { notes: draw.pick(NOTES) } : {}),
    ...(draw.chance(0.06) ? { poNumber: `PO-${draw.int(1000, 99_999)}` } : {}),
  };
}

function drawBill(draw: Draw, client: SampleClient, setting: Setting) {
  const usual = client.currencyCode;
  const currencyCode = draw.chance(0.03) ? draw.pick(client.land.currencies) : usual;
  const places = setting.placesOf(currencyCode);
  const dollars = draw.logNormal(MEDIAN_DOLLARS * client.size, SPREAD);
  // At least ten of the smallest units, so that there is something to pay in parts.
  const amountMinor = Math.max(10, Math.round(dollars * perDollar(currencyCode) * 10 ** places));
  const discountPercent = draw.chance(0.04) ? draw.pick(["5", "10", "12.5"]) : undefined;
  const { lines, totalMinor } = drawLines(draw, { land: client.land, amountMinor, places, discountPercent });
  return {
    currencyCode,
    places,
    totalMinor,
    lines,
    ...(discountPercent === undefined ? {} : { discountPercent }),
  };
}

/** An invoice that has taken this course, with its payments. */
export function drawInvoice(
  draw: Draw,
  course: Course,
  client: SampleClient & { readonly row: number },
  setting: Setting,
): SampleInvoice {
  const dates = drawDates(draw, course, setting.days);
  const createdMs = instantOn(draw, dates.createDate, setting.nowMs);
  const { places, totalMinor, ...bill } = drawBill(draw, client, setting);
  const depositMinor = Math.ceil(totalMinor * 0.3);
  const { today } = setting.days;
  const owed = { course, dates, createdMs, totalMinor, depositMinor, places, today, nowMs: setting.nowMs };
  const payments = drawPayments(draw, owed);
  const isDeposit = course === "depositPaid" || course === "depositPartial";
  const invoice = {
    ...dates,
    ...bill,
    ...drawExtras(draw),
    progress: progressOf(draw, course),
    ...(isDeposit ? { depositAmount: decimalText(depositMinor, places) } : {}),
    ...(FATES[course] ?? { visState: 0 }),
    createdMs,
    updatedMs: payments.reduce((latest, { updatedMs }) => Math.max(latest, updatedMs), createdMs),
  };
  return { clientRow: client.row, invoice, payments };
}
