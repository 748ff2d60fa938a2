import { textAt } from "../../probe/json-at";
import { found } from "../../question";
import type { FreshbooksQuestion } from "../probe";
import { dateIn, daysAfter, makeInvoice, pay, read } from "../workbench";

/** What `v3_status` says of an invoice whose deposit was partly paid and that is past due. */
export const depositPastDue: FreshbooksQuestion = {
  id: "deposit-past-due",
  asks: "Which v3_status has an invoice whose deposit is partly paid and that is past due?",
  facts: "§14.8",
  needs: ["write"],
  variants: {
    deposit: {
      product: "The state is partial, with the flag overdue.",
      sandbox: { depositPastDue: "deposit" },
    },
    overdue: {
      product: "The state is partial all the same, by payment_status and the sums.",
      sandbox: { depositPastDue: "overdue" },
    },
    partial: { product: "The state is partial, with the flag overdue." },
  },
  async run(probe) {
    const createDate = daysAfter(dateIn(probe.timeZone, probe.context.time.nowMs()), -10);
    const wish = { createDate, dueOffsetDays: 7, isSent: true, deposit: "50.00" };
    const id = await makeInvoice(probe, wish);
    await pay(probe, id, "20.00");
    const { json } = await read(probe, "invoice", id);
    const v3 = textAt(json, "response.result.invoice.v3_status") ?? "nothing";
    const evidence = `20.00 of a deposit of 50.00 paid: v3_status ${v3}`;
    return found(v3.startsWith("deposit") ? "deposit" : v3, evidence);
  },
};
