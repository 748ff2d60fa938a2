import type { FaultState } from "../lib/faults";
import type { RequestEntry } from "../lib/request-log";
import { callbackView } from "./callback-acts";
import { clientView } from "./client-view";
import type { DeliveryEntry } from "./courier";
import { invoiceView } from "./invoice-view";
import { paymentView } from "./payment-view";
import type { Switches } from "./switches";
import type { FreshBooksWorld } from "./world";

type View = Record<string, unknown>;

/** Everything a test can assert on. Callbacks show their verifier here, which the API never does. */
export interface FreshBooksState {
  readonly now: string;
  readonly clients: readonly View[];
  readonly invoices: readonly View[];
  readonly payments: readonly View[];
  readonly callbacks: readonly View[];
  readonly deliveries: readonly DeliveryEntry[];
  readonly requests: readonly RequestEntry[];
  readonly switches: Switches;
  readonly faults: readonly FaultState[];
}

export function readState(world: FreshBooksWorld): FreshBooksState {
  return {
    now: new Date(world.clock.nowMs()).toISOString(),
    clients: [...world.clients.values()].map(clientView),
    invoices: [...world.invoices.values()].map((invoice) => invoiceView(world, invoice, true)),
    payments: [...world.payments.values()].map(paymentView),
    callbacks: [...world.callbacks.values()].map((callback) => ({
      ...callbackView(callback),
      accountid: callback.accountId,
      verifier: callback.verifier,
    })),
    deliveries: [...world.courier.log],
    requests: [...world.requests],
    switches: world.switches,
    faults: world.faults.list(),
  };
}
