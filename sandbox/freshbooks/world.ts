import { SandboxClock } from "../lib/clock";
import { Counter } from "../lib/counter";
import { FaultBook } from "../lib/faults";
import type { OAuthApp } from "../lib/oauth-app";
import { SeededRandom } from "../lib/random";
import type { RequestEntry } from "../lib/request-log";
import { Courier } from "./courier";
import { GrantBook } from "./grants";
import { RateWindows } from "./rate-windows";
import type { CallbackRecord, ClientRecord, CreditNoteRecord, InvoiceRecord, PaymentRecord } from "./records";
import { DEFAULT_SWITCHES } from "./switches";
import type { Switches } from "./switches";

/** Everything the FreshBooks stand-in knows; a reset replaces it as a whole. */
export interface FreshBooksWorld {
  readonly app: OAuthApp;
  readonly clock: SandboxClock;
  readonly random: SeededRandom;
  readonly faults: FaultBook;
  readonly grants: GrantBook;
  readonly rates: RateWindows;
  readonly courier: Courier;
  readonly clients: Map<number, ClientRecord>;
  readonly invoices: Map<number, InvoiceRecord>;
  readonly payments: Map<number, PaymentRecord>;
  readonly creditNotes: Map<number, CreditNoteRecord>;
  readonly callbacks: Map<number, CallbackRecord>;
  readonly ids: {
    readonly client: Counter;
    readonly invoice: Counter;
    readonly invoiceNumber: Counter;
    readonly line: Counter;
    readonly payment: Counter;
    readonly creditNote: Counter;
    readonly callback: Counter;
  };
  readonly requests: RequestEntry[];
  /** Deliveries held back for reordering. */
  readonly held: ((extraDelayMs: number) => void)[];
  switches: Switches;
}

/** The current world; handlers read it anew for each call, so that a reset takes effect at once. */
export interface FreshBooksBox {
  world: FreshBooksWorld;
}

export interface WorldOptions {
  readonly app: OAuthApp;
  readonly seed: number;
}

/** A FreshBooks with its identities and businesses and empty books. */
export function createWorld(options: WorldOptions): FreshBooksWorld {
  const clock = new SandboxClock();
  const random = new SeededRandom(options.seed);
  const world: FreshBooksWorld = {
    app: options.app,
    clock,
    random,
    faults: new FaultBook(),
    grants: new GrantBook({ clock, random }),
    rates: new RateWindows(clock),
    courier: new Courier({ clock, switchesOf: () => world.switches }),
    clients: new Map(),
    invoices: new Map(),
    payments: new Map(),
    creditNotes: new Map(),
    callbacks: new Map(),
    requests: [],
    ids: {
      client: new Counter(310001),
      invoice: new Counter(900001),
      invoiceNumber: new Counter(1),
      line: new Counter(1),
      payment: new Counter(312001),
      creditNote: new Counter(410001),
      callback: new Counter(2001),
    },
    held: [],
    switches: DEFAULT_SWITCHES,
  };
  return world;
}
