import { textAt } from "../../probe/json-at";
import { found, undecided } from "../../question";
import type { FreshbooksProbe, FreshbooksQuestion } from "../probe";
import { dateIn, makeInvoice, read } from "../workbench";

const HOUR_MS = 3_600_000;
const MOST_HOURS = 48;
const EASTERN = "America/New_York";

type Calendar = readonly [name: string, timeZone: string];

/** The earliest of the calendars' dates, when they do not agree. */
function splitDate(calendars: readonly Calendar[], atMs: number): string | undefined {
  const dates = [...new Set(calendars.map(([, zone]) => dateIn(zone, atMs)))].toSorted();
  return dates.length > 1 ? dates[0] : undefined;
}

/** Those of the calendars by which an invoice due on the date is, or is not, past due. */
async function narrowed(
  probe: FreshbooksProbe,
  calendars: readonly Calendar[],
  due: string,
): Promise<Calendar[]> {
  const id = await makeInvoice(probe, { createDate: due, dueOffsetDays: 0, isSent: true });
  const invoice = await read(probe, "invoice", id);
  const isOverdue = textAt(invoice.json, "response.result.invoice.v3_status") === "overdue";
  const nowMs = probe.context.time.nowMs();
  return calendars.filter(([, zone]) => due < dateIn(zone, nowMs) === isOverdue);
}

/** The calendar by which an invoice falls due. Told where the calendars' dates differ, which is at some hours only. */
export const dayBoundary: FreshbooksQuestion = {
  id: "day-boundary",
  asks: "By which calendar does an invoice fall due: the business's, Eastern or UTC?",
  facts: "§5.2, §13",
  needs: ["write", "overnight"],
  variants: {
    business: {
      product: "Our own rule is the same (invoice-state, business-day).",
      sandbox: { dayBoundary: "business" },
    },
    eastern: {
      product: "Our own rule is up to a day off from what FreshBooks shows.",
      sandbox: { dayBoundary: "eastern" },
    },
    utc: {
      product: "Our own rule is up to a day off from what FreshBooks shows.",
      sandbox: { dayBoundary: "utc" },
    },
  },
  async run(probe) {
    const { time, interrupted } = probe.context;
    let calendars: readonly Calendar[] = [
      ["business", probe.timeZone],
      ["eastern", EASTERN],
      ["utc", "UTC"],
    ];
    const evidence: string[] = [`the business is in ${probe.timeZone}`];
    for (let hour = 0; hour < MOST_HOURS && calendars.length > 1; hour += 1) {
      const due = splitDate(calendars, time.nowMs());
      if (due !== undefined) {
        calendars = await narrowed(probe, calendars, due);
        const left = calendars.map(([name]) => name).join(" or ");
        evidence.push(
          `at ${new Date(time.nowMs()).toISOString()} an invoice due ${due} fits ${left || "none"}`,
        );
      }
      if (calendars.length > 1) await time.wait(HOUR_MS, interrupted);
    }
    const [only, ...others] = calendars;
    if (only !== undefined && others.length === 0) return found(only[0], ...evidence);
    return undecided(
      "the calendars that are left have the same dates: choose a business elsewhere",
      ...evidence,
    );
  },
};
