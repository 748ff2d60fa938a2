import { ControlError, parseControlInput } from "../lib/http-error";
import { stageVerbs } from "../lib/maker-control";
import type { StageControl } from "../lib/maker-control";
import type { SampleInput } from "../sample/sample-options";
import type { AccountStage } from "./account-stage";
import { DEFAULT_ACCOUNT_ID } from "./businesses";
import { clientVerbs } from "./client-verbs";
import type { ClientVerbs } from "./client-verbs";
import { ownerFor } from "./guard";
import { invoiceVerbs } from "./invoice-verbs";
import type { InvoiceVerbs } from "./invoice-verbs";
import { loadSample } from "./load-sample";
import type { LoadedSample } from "./load-sample";
import { watchDues } from "./overdue-watch";
import { paymentVerbs } from "./payment-verbs";
import type { PaymentVerbs } from "./payment-verbs";
import { peopleVerbs } from "./people-verbs";
import type { PeopleVerbs } from "./people-verbs";
import { readState } from "./state";
import type { FreshBooksState } from "./state";
import { switchesSchema } from "./switches";
import type { SwitchPatch, Switches } from "./switches";
import { ledgerOf } from "./world";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

/** What a test or a page may do in the books of one account, as its owner. */
export interface AccountControl extends ClientVerbs, InvoiceVerbs, PaymentVerbs {
  /** Takes a callback away, as its owner would by hand. */
  deleteCallback(id: number): void;
  /** Fills the books with sample data; the same seed gives the same data. */
  loadSample(input: SampleInput): LoadedSample;
}

/** What a test or a page may do with the FreshBooks stand-in; the verbs of an account act on `aB3dE9`. */
export interface FreshBooksControl extends AccountControl, PeopleVerbs, StageControl {
  /** The verbs of another account; an unknown one is refused when a verb is used. */
  forAccount(accountId: string): AccountControl;
  /** Everything, or the books of one account alone. */
  state(accountId?: string): FreshBooksState;
  reset(): void;
  setSwitches(patch: SwitchPatch): Switches;
}

function accountControl(worldOf: () => FreshBooksWorld, accountId: string): AccountControl {
  const stage: AccountStage = () => ({ world: worldOf(), actor: ownerFor(worldOf(), accountId) });
  return {
    ...clientVerbs(stage),
    ...invoiceVerbs(stage),
    ...paymentVerbs(stage),
    loadSample: (input) => {
      const { world, actor } = stage();
      return loadSample(world, actor, input);
    },
    deleteCallback: (id) => {
      const { world, actor } = stage();
      if (ledgerOf(world, actor.accountId).callbacks.delete(id)) return;
      throw new ControlError(404, `There is no callback ${id} in account ${accountId}.`);
    },
  };
}

/** Every list was found, and every sum worked out, under the former switches. */
function setSwitches(world: FreshBooksWorld, patch: SwitchPatch): Switches {
  world.switches = parseControlInput(switchesSchema, { ...world.switches, ...patch });
  for (const ledger of world.ledgers.values()) ledger.revision += 1;
  watchDues(world);
  return world.switches;
}

/** The control verbs over a box; `remake` gives the world a reset starts from. */
export function createFreshBooksControl(
  box: FreshBooksBox,
  remake: () => FreshBooksWorld,
): FreshBooksControl {
  const worldOf = () => box.world;
  return {
    ...stageVerbs(worldOf),
    ...peopleVerbs(worldOf),
    ...accountControl(worldOf, DEFAULT_ACCOUNT_ID),
    forAccount: (accountId) => accountControl(worldOf, accountId),
    state: (accountId) => readState(box.world, accountId),
    setSwitches: (patch) => setSwitches(box.world, patch),
    reset: () => {
      box.world.courier.stop();
      box.world.clock.stop();
      box.world = remake();
    },
  };
}
