import type { FaultState } from "../lib/faults";
import type { RequestEntry } from "../lib/request-log";
import type { View } from "./account-stage";
import { callbackView } from "./callback-acts";
import { clientView } from "./client-view";
import type { DeliveryEntry } from "./courier";
import { creditNoteView } from "./credit-note-view";
import type { MemberBusiness } from "./directory";
import { invoiceView } from "./invoice-view";
import type { Ledger } from "./ledger";
import { paymentView } from "./payment-view";
import { readingOf } from "./reading";
import type { Switches } from "./switches";
import { ledgerOf } from "./world";
import type { FreshBooksWorld } from "./world";

/** Everything a test can assert on. Callbacks show their verifier here, which the API never does. */
export interface FreshBooksState {
  readonly now: string;
  readonly clients: readonly View[];
  readonly invoices: readonly View[];
  readonly payments: readonly View[];
  readonly creditNotes: readonly View[];
  readonly callbacks: readonly View[];
  readonly businesses: readonly MemberBusiness[];
  readonly deliveries: readonly DeliveryEntry[];
  readonly requests: readonly RequestEntry[];
  readonly switches: Switches;
  readonly faults: readonly FaultState[];
}

function callbackState(world: FreshBooksWorld, { callbacks }: Ledger): View[] {
  return [...callbacks.values()].map((callback) => ({
    ...callbackView(world.switches, callback),
    accountid: callback.accountId,
    identityid: callback.identityId,
    verifier: callback.verifier,
    disabled: callback.isDisabled,
  }));
}

/** The state of the whole stand-in, or with the books of one account alone. */
export function readState(world: FreshBooksWorld, accountId?: string): FreshBooksState {
  const ledgers = accountId === undefined ? [...world.ledgers.values()] : [ledgerOf(world, accountId)];
  const readings = ledgers.map((ledger) => readingOf(world, ledger.accountId));
  const { log } = world.courier;
  return {
    now: new Date(world.clock.nowMs()).toISOString(),
    clients: ledgers.flatMap(({ clients }) => clients.rows.map(clientView)),
    invoices: readings.flatMap((reading) =>
      reading.ledger.invoices.rows.map((invoice) => invoiceView(reading, invoice, ["lines"])),
    ),
    payments: ledgers.flatMap(({ payments }) =>
      payments.rows.map((payment) => paymentView(world.switches, payment)),
    ),
    creditNotes: readings.flatMap((reading) =>
      reading.ledger.creditNotes.rows.map((creditNote) => creditNoteView(reading, creditNote)),
    ),
    callbacks: ledgers.flatMap((ledger) => callbackState(world, ledger)),
    businesses: world.directory
      .memberBusinesses()
      .filter(({ business }) => accountId === undefined || business.accountId === accountId),
    deliveries: log.filter((entry) => accountId === undefined || entry.account_id === accountId),
    requests: [...world.requests],
    switches: world.switches,
    faults: world.faults.list(),
  };
}
