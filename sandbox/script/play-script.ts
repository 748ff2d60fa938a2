import type { FreshBooksControl } from "../freshbooks/control";
import type { ClockReading } from "../lib/clock-move";
import type { StageControl } from "../lib/maker-control";
import type { PipedriveControl } from "../pipedrive/control";
import type { Script } from "./script-schema";

/** How the clock stands and how many faults wait after a script was played. */
export interface Played {
  readonly clock: ClockReading;
  readonly faults: number;
}

/** A stand-in that a script can be played on. */
export interface Player<C> {
  readonly control: C;
  /** Starts afresh with another seed. */
  readonly reseed: (seed: number) => void;
}

function set<C extends StageControl>({ control, reseed }: Player<C>, { seed, clock }: Script): void {
  if (seed !== undefined) reseed(seed);
  if (clock !== undefined) control.moveClock(clock);
}

function played(control: StageControl): Played {
  return { clock: control.readClock(), faults: control.listFaults().length };
}

/** Plays what a script says for FreshBooks: seed, clock, switches, businesses, sample data, and faults at the end. */
export function playOnFreshBooks(player: Player<FreshBooksControl>, script: Script): Played {
  const { control } = player;
  set(player, script);
  const { switches, businesses = [], sample, faults = [] } = script.freshbooks ?? {};
  if (switches !== undefined) control.setSwitches(switches);
  for (const business of businesses) control.createBusiness(business);
  if (sample !== undefined) control.loadSample(sample);
  for (const fault of faults) control.addFault(fault);
  return played(control);
}

/** Plays what a script says for Pipedrive: seed, clock, switches, companies, and faults at the end. */
export function playOnPipedrive(player: Player<PipedriveControl>, script: Script): Played {
  const { control } = player;
  set(player, script);
  const { switches, companies = [], faults = [] } = script.pipedrive ?? {};
  if (switches !== undefined) control.setSwitches(switches);
  for (const company of companies) control.createCompany(company);
  for (const fault of faults) control.addFault(fault);
  return played(control);
}
