import Big from "big.js";

import { creditAmount } from "./credit-note-acts";
import { usedCredit } from "./credits";
import { isPastDue } from "./invoice-status";
import { sumsOf } from "./invoice-sums";
import type { Ledger } from "./ledger";
import { moneyView } from "./money";
import type { Reading } from "./reading";
import type { ClientRecord, InvoiceRecord } from "./records";

/** Kinds of balance that can be asked for (facts §4). */
export type Balance = "credit" | "draft" | "grand_total" | "outstanding" | "overdue";

/** Sums of a balance by client id and currency. */
export type Balances = ReadonlyMap<number, ReadonlyMap<string, Big>>;

class Tally {
  readonly byClient = new Map<number, Map<string, Big>>();

  add(clientId: number, code: string, amount: Big): void {
    const sums = this.byClient.get(clientId) ?? new Map<string, Big>();
    this.byClient.set(clientId, sums.set(code, (sums.get(code) ?? new Big(0)).plus(amount)));
  }
}

function credits({ ledger }: Reading): Balances {
  const sums = new Tally();
  for (const note of ledger.creditNotes.rows) {
    if (note.visState === 1) continue;
    const left = creditAmount(note).minus(usedCredit(ledger, note));
    if (left.gt(0)) sums.add(note.fields.clientid, note.fields.currency_code, left);
  }
  return sums.byClient;
}

function counts(reading: Reading, invoice: InvoiceRecord, kind: Exclude<Balance, "credit">): boolean {
  if (kind === "grand_total") return true;
  if (kind === "draft") return invoice.progress === "draft";
  const sums = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
  if (kind === "overdue") return isPastDue(invoice, sums, reading.today);
  return invoice.progress !== "draft" && sums.isOutstanding;
}

function workOut(reading: Reading, kind: Balance): Balances {
  if (kind === "credit") return credits(reading);
  const sums = new Tally();
  for (const invoice of reading.ledger.invoices.rows) {
    if (invoice.visState === 1 || !counts(reading, invoice, kind)) continue;
    const worked = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
    const amount = kind === "grand_total" || kind === "draft" ? worked.amount : worked.outstanding;
    sums.add(invoice.fields.customerid, invoice.fields.currency_code, new Big(amount));
  }
  return sums.byClient;
}

interface Remembered {
  readonly revision: number;
  readonly today: string;
  readonly balances: Map<Balance, Balances>;
}

const remembered = new WeakMap<Ledger, Remembered>();

function memoryOf({ ledger, today }: Reading): Map<Balance, Balances> {
  const known = remembered.get(ledger);
  if (known?.revision === ledger.revision && known.today === today) return known.balances;
  const balances = new Map<Balance, Balances>();
  remembered.set(ledger, { revision: ledger.revision, today, balances });
  return balances;
}

/** One balance of all clients, by a single pass over the living invoices after each change of the books. */
export function balancesOf(reading: Reading, kind: Balance): Balances {
  const memory = memoryOf(reading);
  const known = memory.get(kind) ?? workOut(reading, kind);
  memory.set(kind, known);
  return known;
}

/** A client's balance as the API shows it: one amount per currency. */
export function balanceView(reading: Reading, balances: Balances, client: ClientRecord): object[] {
  return [...(balances.get(client.id) ?? [])].map(([code, amount]) => ({
    amount: moneyView(amount, code, reading.switches.moneyDecimals),
  }));
}
