import type { DeliveryEntry } from "../../freshbooks/courier";
import { ledgerOf } from "../../freshbooks/world";
import type { FreshBooksWorld } from "../../freshbooks/world";

export interface CallbackRow {
  readonly id: number;
  readonly event: string;
  readonly uri: string;
  readonly isVerified: boolean;
  readonly dropsInRow: number;
}

export type DeliveryRow = DeliveryEntry;

const SHOWN_DELIVERIES = 100;

export function readCallbacks(world: FreshBooksWorld, accountId: string): readonly CallbackRow[] {
  return [...ledgerOf(world, accountId).callbacks.values()].map(
    ({ id, event, uri, verified, dropsInRow }) => ({ id, event, uri, isVerified: verified, dropsInRow }),
  );
}

/** The latest tries of this account's callbacks that `isWanted` takes, newest first. */
export function readDeliveries(
  world: FreshBooksWorld,
  accountId: string,
  isWanted: (entry: DeliveryEntry) => boolean = () => true,
): readonly DeliveryRow[] {
  const { callbacks } = ledgerOf(world, accountId);
  const found: DeliveryEntry[] = [];
  for (let place = world.courier.log.length - 1; place >= 0 && found.length < SHOWN_DELIVERIES; place -= 1) {
    const entry = world.courier.log[place];
    if (entry !== undefined && callbacks.has(entry.callbackid) && isWanted(entry)) found.push(entry);
  }
  return found;
}
