import Big from "big.js";

import type { InvoiceLine, InvoiceRecord, PaymentRecord } from "./records";

/** The sums of an invoice, exact decimals; nothing of this is stored. */
export interface InvoiceTotals {
  readonly amount: Big;
  readonly discount: Big;
  readonly paid: Big;
  readonly outstanding: Big;
  /** Date of the payment that settled it, or null while anything is outstanding. */
  readonly datePaid: string | null;
}

const HUNDRED = new Big(100);

/** A line without tax, rounded to the cent. */
export function lineAmount(line: InvoiceLine): Big {
  return new Big(line.qty).times(line.unit_cost.amount).round(2);
}

function taxOf(net: Big, line: InvoiceLine): Big {
  const rates = [line.taxAmount1, line.taxAmount2].filter((rate) => rate !== null);
  return rates.reduce((sum, rate) => sum.plus(net.times(rate).div(HUNDRED).round(2)), new Big(0));
}

function billed(invoice: InvoiceRecord): Pick<InvoiceTotals, "amount" | "discount"> {
  const rate = new Big(invoice.fields.discount_value).div(HUNDRED);
  let amount = new Big(0);
  let discount = new Big(0);
  for (const line of invoice.lines) {
    const gross = lineAmount(line);
    const off = gross.times(rate).round(2);
    const net = gross.minus(off);
    discount = discount.plus(off);
    amount = amount.plus(net).plus(taxOf(net, line));
  }
  return { amount, discount };
}

function livePayments(invoice: InvoiceRecord, payments: ReadonlyMap<number, PaymentRecord>): PaymentRecord[] {
  return invoice.paymentIds.flatMap((id) => {
    const payment = payments.get(id);
    return payment?.visState === 0 ? [payment] : [];
  });
}

export function invoiceTotals(
  invoice: InvoiceRecord,
  payments: ReadonlyMap<number, PaymentRecord>,
): InvoiceTotals {
  const { amount, discount } = billed(invoice);
  const live = livePayments(invoice, payments);
  const paid = live.reduce((sum, payment) => sum.plus(payment.fields.amount.amount), new Big(0));
  const left = amount.minus(paid);
  const outstanding = left.lt(0) ? new Big(0) : left;
  const isSettled = paid.gt(0) && outstanding.eq(0);
  const lastDate = live
    .map(({ fields }) => fields.date)
    .sort()
    .at(-1);
  return { amount, discount, paid, outstanding, datePaid: isSettled ? (lastDate ?? null) : null };
}
