import { textAt } from "../probe/json-at";
import { found } from "../question";
import type { Finding } from "../question";
import type { FreshbooksProbe } from "./probe";
import { dateIn, daysAfter, makeInvoice, read } from "./workbench";

/** A sent invoice of 100.00 that was due three days ago, which is past due by any calendar; its id. */
export function makePastDue(probe: FreshbooksProbe): Promise<number> {
  const createDate = daysAfter(dateIn(probe.timeZone, probe.context.time.nowMs()), -10);
  return makeInvoice(probe, { createDate, dueOffsetDays: 7, isSent: true });
}

/** Which of both `v3_status` an invoice past due shows. */
export async function shownStatus(probe: FreshbooksProbe, id: number): Promise<Finding> {
  const { json } = await read(probe, "invoice", id);
  const read3 = (key: string) => textAt(json, `response.result.invoice.${key}`) ?? "nothing";
  const v3 = read3("v3_status");
  const axes = `display_status ${read3("display_status")}, payment_status ${read3("payment_status")}`;
  return found(v3, `due ${read3("due_date")}: v3_status ${v3}, ${axes}`);
}
