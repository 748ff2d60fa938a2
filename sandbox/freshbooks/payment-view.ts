import Big from "big.js";

import { moneyView } from "./money";
import type { PaymentRecord } from "./records";
import { easternStamp } from "./stamps";
import type { Switches } from "./switches";

/** A payment as the API shows it, with the key set of a recorded one (facts §6). */
export function paymentView(switches: Switches, payment: PaymentRecord): Record<string, unknown> {
  return {
    id: payment.id,
    logid: payment.id,
    invoiceid: payment.invoiceId,
    clientid: payment.clientId,
    amount: moneyView(new Big(payment.fields.amount), payment.currencyCode, switches.moneyDecimals),
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
    creditid: payment.creditId,
    overpaymentid: payment.overpaymentId,
    bulk_paymentid: payment.bulkPaymentId,
    from_credit: payment.creditId !== null,
    send_client_notification: null,
  };
}
