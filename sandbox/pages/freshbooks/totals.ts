import { sumsOf } from "../../freshbooks/invoice-sums";
import type { Ledger } from "../../freshbooks/ledger";
import type { Reading } from "../../freshbooks/reading";
import type { InvoiceRecord } from "../../freshbooks/records";
import { stateOf } from "./state-of";

/** What the invoices of one state and currency come to, in thousandths. */
export interface StateTotal {
  readonly state: string;
  readonly currency: string;
  readonly count: number;
  readonly amount: bigint;
  readonly outstanding: bigint;
}

/** Far enough from where whole numbers stop being exact that one more amount can be added. */
const FLUSH_AT = 2 ** 52;

/** An exact sum of thousandths, in plain numbers while they are small: there can be 100,000 of them. */
class Sum {
  #whole = 0n;
  #part = 0;

  /** @param text decimal text with at most three places, below 4,000,000,000,000. */
  add(text: string): void {
    this.#part += Math.round(Number(text) * 1000);
    if (this.#part < FLUSH_AT) return;
    this.#whole += BigInt(this.#part);
    this.#part = 0;
  }

  total(): bigint {
    return this.#whole + BigInt(this.#part);
  }
}

interface Group {
  readonly state: string;
  readonly currency: string;
  count: number;
  readonly amount: Sum;
  readonly outstanding: Sum;
}

function groupOf(groups: Map<string, Map<string, Group>>, state: string, currency: string): Group {
  const byCurrency = groups.get(state) ?? new Map<string, Group>();
  groups.set(state, byCurrency);
  const known = byCurrency.get(currency);
  if (known !== undefined) return known;
  const made = { state, currency, count: 0, amount: new Sum(), outstanding: new Sum() };
  byCurrency.set(currency, made);
  return made;
}

function addUp(reading: Reading, invoices: readonly InvoiceRecord[]): StateTotal[] {
  const groups = new Map<string, Map<string, Group>>();
  for (const invoice of invoices) {
    const { amount, outstanding } = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
    const group = groupOf(groups, stateOf(reading, invoice), invoice.fields.currency_code);
    group.count += 1;
    group.amount.add(amount);
    group.outstanding.add(outstanding);
  }
  return [...groups.values()].flatMap((byCurrency) =>
    [...byCurrency.values()].map((group) => ({
      ...group,
      amount: group.amount.total(),
      outstanding: group.outstanding.total(),
    })),
  );
}

interface Known {
  readonly revision: number;
  readonly today: string;
  readonly totals: readonly StateTotal[];
}

const known = new WeakMap<Ledger, Known>();

/** What all invoices of an account come to; added up anew only after a change, or on another day. */
export function totalsOf(reading: Reading): readonly StateTotal[] {
  const { ledger, today } = reading;
  const before = known.get(ledger);
  if (before?.revision === ledger.revision && before.today === today) return before.totals;
  const totals = addUp(reading, ledger.invoices.rows);
  known.set(ledger, { revision: ledger.revision, today, totals });
  return totals;
}
