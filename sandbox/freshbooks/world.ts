import { SandboxClock } from "../lib/clock";
import { Counter } from "../lib/counter";
import { FaultBook } from "../lib/faults";
import type { OAuthApp } from "../lib/oauth-app";
import { SeededRandom } from "../lib/random";
import type { RequestEntry } from "../lib/request-log";
import { Courier } from "./courier";
import { Directory } from "./directory";
import { GrantBook } from "./grants";
import { Ledger, idCounters } from "./ledger";
import type { IdCounters, Numbered } from "./ledger";
import { RateWindows } from "./rate-windows";
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
  readonly directory: Directory;
  /** Books by account id; see {@link ledgerOf}. */
  readonly ledgers: Map<string, Ledger>;
  readonly ids: IdCounters;
  readonly lineIds: Counter;
  readonly contactIds: Counter;
  readonly bulkPaymentIds: Counter;
  readonly requests: RequestEntry[];
  /** Deliveries held back for reordering. */
  readonly held: ((extraDelayMs: number) => void)[];
  switches: Switches;
  /** Which watch for invoices that fall due is the current one; an earlier one ends itself. */
  dueSpell: number;
}

/** The current world; handlers read it anew for each call, so that a reset takes effect at once. */
export interface FreshBooksBox {
  world: FreshBooksWorld;
}

export interface WorldOptions {
  readonly app: OAuthApp;
  readonly seed: number;
}

/** Forgets the callbacks that an identity made, where they do not outlive the grant they were made with. */
function endCallbacks(world: FreshBooksWorld, identityId: number): void {
  if (world.switches.callbacksOutliveRevoke) return;
  for (const { callbacks } of world.ledgers.values()) {
    for (const callback of callbacks.values()) {
      if (callback.identityId === identityId) callbacks.delete(callback.id);
    }
  }
}

/** A FreshBooks with its people and businesses and empty books. */
export function createWorld(options: WorldOptions): FreshBooksWorld {
  const clock = new SandboxClock();
  const random = new SeededRandom(options.seed);
  const world: FreshBooksWorld = {
    app: options.app,
    clock,
    random,
    faults: new FaultBook(),
    grants: new GrantBook({
      clock,
      random,
      switchesOf: () => world.switches,
      onEnd: (identityId) => {
        endCallbacks(world, identityId);
      },
    }),
    rates: new RateWindows(clock),
    courier: new Courier({ clock, switchesOf: () => world.switches }),
    directory: new Directory(random),
    ledgers: new Map(),
    requests: [],
    ids: idCounters(),
    lineIds: new Counter(1),
    contactIds: new Counter(1),
    bulkPaymentIds: new Counter(7001),
    held: [],
    switches: DEFAULT_SWITCHES,
    dueSpell: 0,
  };
  return world;
}

/** The books of an account, opened when first asked for. */
export function ledgerOf(world: FreshBooksWorld, accountId: string): Ledger {
  const known = world.ledgers.get(accountId);
  if (known !== undefined) return known;
  const opened = new Ledger(accountId);
  world.ledgers.set(accountId, opened);
  return opened;
}

/** A new id for a record: unique over all accounts, or within its own, as the switch says. */
export function takeId(world: FreshBooksWorld, ledger: Ledger, noun: Numbered): number {
  const counters = world.switches.idsSharedAcrossAccounts ? ledger.ids : world.ids;
  let id = counters[noun].take();
  // After the switch was moved a counter can meet ids that the other one gave.
  while (ledger.isTaken(noun, id)) id = counters[noun].take();
  return id;
}
