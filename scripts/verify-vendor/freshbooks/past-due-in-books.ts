import { numberAt, textAt } from "../probe/json-at";
import { found, undecided } from "../question";
import type { Finding } from "../question";
import { list } from "./listing";
import type { FreshbooksProbe } from "./probe";
import { dateIn, daysAfter } from "./workbench";

interface Look {
  /** The `v3_status` that competes with `overdue`. */
  readonly state: string;
  /** The field that goes on telling the state when `v3_status` says overdue. */
  readonly axis: "autobill_status" | "dispute_status";
}

function isPastDue(row: unknown, yesterday: string): boolean {
  const due = textAt(row, "due_date");
  return due !== undefined && due < yesterday && Number(textAt(row, "outstanding.amount") ?? "0") > 0;
}

/** Looks through invoices that the account has for one that is past due and also in another state: which one is shown? */
export async function pastDueInBooks(probe: FreshbooksProbe, { state, axis }: Look): Promise<Finding> {
  const yesterday = daysAfter(dateIn(probe.timeZone, probe.context.time.nowMs()), -1);
  const invoicesOf = async (status: string) => {
    const { rows } = await list(probe, "invoices", { "search[v3_status]": status });
    return rows.filter((row) => textAt(row, "v3_status") === status && isPastDue(row, yesterday));
  };
  const [kept] = await invoicesOf(state);
  if (kept !== undefined) {
    const due = textAt(kept, "due_date") ?? "";
    return found(state, `invoice ${numberAt(kept, "id") ?? ""}, due ${due}, shows ${state}`);
  }
  const taken = (await invoicesOf("overdue")).find((row) => textAt(row, axis) === state);
  if (taken === undefined) return undecided(`the account has no invoice that is past due and ${state}`);
  return found("overdue", `invoice ${numberAt(taken, "id") ?? ""} has ${axis} ${state} and shows overdue`);
}
