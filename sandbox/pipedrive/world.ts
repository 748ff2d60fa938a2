import { SandboxClock } from "../lib/clock";
import { Counter } from "../lib/counter";
import { FaultBook } from "../lib/faults";
import type { OAuthApp } from "../lib/oauth-app";
import { SeededRandom } from "../lib/random";
import { BurstWindows } from "./burst-windows";
import type { Company } from "./company";
import { seedAcme } from "./companies";
import { GrantBook } from "./grants";
import type { PipedriveRequest } from "./request-log";
import { DEFAULT_SWITCHES } from "./switches";
import type { Switches } from "./switches";
import { TokenWatch } from "./token-watch";
import type { UninstallNotice } from "./uninstall-notice";

/** Everything the Pipedrive stand-in knows; a reset replaces it as a whole. */
export interface PipedriveWorld {
  readonly app: OAuthApp;
  readonly seed: number;
  readonly clock: SandboxClock;
  readonly random: SeededRandom;
  readonly faults: FaultBook;
  readonly grants: GrantBook;
  readonly bursts: BurstWindows;
  readonly watch: TokenWatch;
  /** Notices of uninstallation sent to the app. */
  readonly notices: UninstallNotice[];
  /** All companies by id. */
  readonly companies: Map<number, Company>;
  readonly requests: PipedriveRequest[];
  readonly ids: { readonly company: Counter; readonly user: Counter };
  switches: Switches;
}

/** The current world; handlers read it anew for each call, so that a reset takes effect at once. */
export interface PipedriveBox {
  world: PipedriveWorld;
}

export interface WorldOptions {
  readonly app: OAuthApp;
  readonly seed: number;
}

/** The company Acme with its users, pipelines and fields, and no deals. */
export function createWorld(options: WorldOptions): PipedriveWorld {
  const clock = new SandboxClock();
  const random = new SeededRandom(options.seed);
  const world: PipedriveWorld = {
    app: options.app,
    seed: options.seed,
    clock,
    random,
    faults: new FaultBook(),
    grants: new GrantBook({ clock, random }),
    bursts: new BurstWindows(clock),
    watch: new TokenWatch(clock),
    notices: [],
    companies: new Map(),
    requests: [],
    ids: { company: new Counter(12345679), user: new Counter(987656) },
    switches: DEFAULT_SWITCHES,
  };
  seedAcme(world);
  return world;
}

/** Ends what still runs in a world that is given up. */
export function stopWorld(world: PipedriveWorld): void {
  world.clock.stop();
  for (const company of world.companies.values()) company.hooks.stop();
}
