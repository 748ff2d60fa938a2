import type { PaymentRecord } from "./records";
import { easternStamp } from "./stamps";

/** A payment as the API shows it, with the key set of a recorded one (facts §6). */
export function paymentView(payment: PaymentRecord): Record<string, unknown> {
  return {
    id: payment.id,
    logid: payment.id,
    invoiceid: payment.invoiceId,
    clientid: payment.clientId,
    amount: { amount: payment.fields.amount.amount, code: payment.currencyCode },
    date: payment.fields.date,
    type: payment.fields.type,
    note: payment.fields.note,
    updated: easternStamp(payment.updatedMs),
    vis_state: payment.visState,
    accounting_systemid: payment.accountId,
    gateway: null,
    orderid: null,
    transactionid: null,
    transaction_uuid: null,
    creditid: null,
    overpaymentid: null,
    bulk_paymentid: null,
    from_credit: false,
    send_client_notification: null,
  };
}
