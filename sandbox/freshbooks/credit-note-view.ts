import { creditAmount } from "./credit-note-acts";
import { usedCredit } from "./credits";
import { moneyView } from "./money";
import type { Reading } from "./reading";
import type { CreditNoteRecord } from "./records";
import { easternStamp } from "./stamps";

/** A credit note as the API shows it; `paid` is what of it has gone into invoices. */
export function creditNoteView(
  { ledger, switches }: Reading,
  creditNote: CreditNoteRecord,
): Record<string, unknown> {
  const code = creditNote.fields.currency_code;
  const amount = creditAmount(creditNote);
  const used = usedCredit(ledger, creditNote);
  const isUsedUp = used.gt(0) && used.gte(amount);
  return {
    id: creditNote.id,
    creditid: creditNote.id,
    accounting_systemid: creditNote.accountId,
    ...creditNote.fields,
    amount: moneyView(amount, code, switches.moneyDecimals),
    paid: moneyView(used, code, switches.moneyDecimals),
    payment_status: isUsedUp ? "paid" : used.gt(0) ? "partial" : "unpaid",
    display_status: "created",
    updated: easternStamp(creditNote.updatedMs),
    vis_state: creditNote.visState,
  };
}
