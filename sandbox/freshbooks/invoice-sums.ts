import Big from "big.js";

import type { Ledger } from "./ledger";
import { decimalsOf } from "./money";
import type { InvoiceFields, InvoiceLine, InvoiceRecord, InvoiceSums, PaymentRecord } from "./records";
import type { Switches } from "./switches";

const ZERO = new Big(0);
const HUNDRED = new Big(100);

/** A line without tax, rounded to the places of its currency. */
export function lineAmount(line: InvoiceLine, decimals: number): Big {
  return new Big(line.qty).times(line.unit_cost).round(decimals);
}

function taxOf(net: Big, line: InvoiceLine, decimals: number): Big {
  let tax = ZERO;
  for (const rate of [line.taxAmount1, line.taxAmount2]) {
    if (rate !== null) tax = tax.plus(net.times(rate).div(HUNDRED).round(decimals));
  }
  return tax;
}

function billed(lines: readonly InvoiceLine[], fields: InvoiceFields, decimals: number) {
  const rate = fields.discount_value === "0" ? undefined : new Big(fields.discount_value).div(HUNDRED);
  let amount = ZERO;
  let discount = ZERO;
  for (const line of lines) {
    const gross = lineAmount(line, decimals);
    const off = rate === undefined ? ZERO : gross.times(rate).round(decimals);
    const net = gross.minus(off);
    discount = discount.plus(off);
    amount = amount.plus(net).plus(taxOf(net, line, decimals));
  }
  return { amount, discount };
}

function livePayments(ledger: Ledger, invoice: InvoiceRecord): PaymentRecord[] {
  return invoice.paymentIds.flatMap((id) => {
    const payment = ledger.payments.get(id);
    return payment?.visState === 0 ? [payment] : [];
  });
}

function paidness(paid: Big, wanted: Big): InvoiceSums["payment"] {
  if (paid.eq(0)) return "unpaid";
  return paid.gte(wanted) ? "paid" : "partial";
}

function lastDate(payments: readonly PaymentRecord[]): string | null {
  let last: string | null = null;
  for (const { fields } of payments) if (last === null || fields.date > last) last = fields.date;
  return last;
}

function workOut(ledger: Ledger, invoice: InvoiceRecord, decimals: number): InvoiceSums {
  const { amount, discount } = billed(invoice.lines, invoice.fields, decimals);
  const live = livePayments(ledger, invoice);
  const paid = live.reduce((sum, payment) => sum.plus(payment.fields.amount), ZERO);
  const left = amount.minus(paid);
  const payment = paidness(paid, amount);
  const { deposit } = invoice.fate;
  return {
    decimals,
    amount: amount.toFixed(decimals),
    discount: discount.toFixed(decimals),
    paid: paid.toFixed(decimals),
    outstanding: (left.lt(0) ? ZERO : left).toFixed(decimals),
    isOutstanding: left.gt(0),
    payment,
    depositPayment: deposit === null ? "none" : paidness(paid, new Big(deposit)),
    datePaid: payment === "paid" ? lastDate(live) : null,
  };
}

/** The sums of an invoice, exact decimals, worked out anew only after a change of it or of its payments. */
export function sumsOf(ledger: Ledger, invoice: InvoiceRecord, mode: Switches["moneyDecimals"]): InvoiceSums {
  const decimals = decimalsOf(invoice.fields.currency_code, mode);
  if (invoice.sums?.decimals !== decimals) invoice.sums = workOut(ledger, invoice, decimals);
  return invoice.sums;
}
