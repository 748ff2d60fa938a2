import { createFreshBooksApp } from "./freshbooks/app";
import { createFreshBooksControl } from "./freshbooks/control";
import type { FreshBooksControl } from "./freshbooks/control";
import { createWorld as createFreshBooksWorld } from "./freshbooks/world";
import { parseControlInput } from "./lib/http-error";
import { listen } from "./lib/listen";
import type { Place } from "./lib/listen";
import type { OAuthApp } from "./lib/oauth-app";
import { NO_NEIGHBOURS } from "./pages/frame/neighbours";
import type { Neighbours } from "./pages/frame/neighbours";
import { createPipedriveApp } from "./pipedrive/app";
import { createPipedriveControl } from "./pipedrive/control";
import type { PipedriveControl } from "./pipedrive/control";
import { createWorld as createPipedriveWorld, stopWorld } from "./pipedrive/world";
import { playOnFreshBooks, playOnPipedrive } from "./script/play-script";
import { scriptRoutes } from "./script/script-routes";
import { scriptSchema } from "./script/script-schema";
import type { Script, ScriptInput } from "./script/script-schema";

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly freshbooksPort?: number;
  readonly pipedrivePort?: number;
  readonly host?: "127.0.0.1";
  /** `https://…` where a proxy makes the stand-in known to browsers elsewhere; without it only this machine is answered. */
  readonly freshbooksPublicUrl?: string;
  readonly pipedrivePublicUrl?: string;
  /** The same seed gives the same tokens, verifiers and field codes. It goes before the script's; 1 if neither says. */
  readonly seed?: number;
  readonly freshbooksApp?: OAuthApp;
  readonly pipedriveApp?: OAuthApp;
  /** Played before the first call is taken. */
  readonly script?: ScriptInput;
  readonly log?: (line: string) => void;
}

/** Two running stand-ins, each with its address and the control verbs of its `/_control` API. */
export interface Sandbox {
  readonly freshbooks: { readonly url: string; readonly control: FreshBooksControl };
  readonly pipedrive: { readonly url: string; readonly control: PipedriveControl };
  /** Plays a script on both. */
  playScript(script: ScriptInput): void;
  /** Stops both at once: open connections are cut, deliveries forgotten. */
  stop(): Promise<void>;
}

/** Options with what they leave open decided. */
interface Settled extends SandboxOptions {
  readonly seed: number;
  readonly script: Script;
}

const FRESHBOOKS_APP: OAuthApp = {
  clientId: "sandbox-freshbooks",
  clientSecret: "sandbox-freshbooks-secret",
};
const PIPEDRIVE_APP: OAuthApp = { clientId: "sandbox-pipedrive", clientSecret: "sandbox-pipedrive-secret" };
/** Keeps the tokens of the two apart. */
const PIPEDRIVE_SEED_STEP = 1_000_003;

function settle(options: SandboxOptions): Settled {
  const { seed: scriptSeed, ...script } = parseControlInput(scriptSchema, options.script ?? {});
  return { ...options, script, seed: options.seed ?? scriptSeed ?? 1 };
}

function placeOf({ host = "127.0.0.1" }: Settled, port = 0, publicUrl?: string): Place {
  return { host, port, publicUrl };
}

async function startFreshBooks(options: Settled, neighbours: Neighbours) {
  let { seed } = options;
  const remake = () => createFreshBooksWorld({ app: options.freshbooksApp ?? FRESHBOOKS_APP, seed });
  const box = { world: remake() };
  const control = createFreshBooksControl(box, remake);
  const reseed = (next: number) => {
    seed = next;
    control.reset();
  };
  const play = (script: Script) => playOnFreshBooks({ control, reseed }, script);
  const app = createFreshBooksApp(box, control, neighbours);
  app.route("/", scriptRoutes(play));
  play(options.script);
  const server = await listen(app, placeOf(options, options.freshbooksPort, options.freshbooksPublicUrl));
  neighbours.freshbooks = options.freshbooksPublicUrl ?? server.url;
  options.log?.(`FreshBooks sandbox at ${server.url}`);
  const stop = async () => {
    box.world.courier.stop();
    box.world.clock.stop();
    await server.stop();
  };
  return { url: server.url, control, play, stop };
}

async function startPipedrive(options: Settled, neighbours: Neighbours) {
  let { seed } = options;
  const remake = () =>
    createPipedriveWorld({ app: options.pipedriveApp ?? PIPEDRIVE_APP, seed: seed + PIPEDRIVE_SEED_STEP });
  const box = { world: remake() };
  const control = createPipedriveControl(box, remake);
  const reseed = (next: number) => {
    seed = next;
    control.reset();
  };
  const play = (script: Script) => playOnPipedrive({ control, reseed }, script);
  const app = createPipedriveApp(box, control, neighbours);
  app.route("/", scriptRoutes(play));
  play(options.script);
  const server = await listen(app, placeOf(options, options.pipedrivePort, options.pipedrivePublicUrl));
  neighbours.pipedrive = options.pipedrivePublicUrl ?? server.url;
  options.log?.(`Pipedrive sandbox at ${server.url}`);
  const stop = async () => {
    stopWorld(box.world);
    await server.stop();
  };
  return { url: server.url, control, play, stop };
}

/** Starts both stand-ins; rejects with a `PortTakenError` when a port is in use, with neither left running. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settled = settle(options);
  const neighbours: Neighbours = { ...NO_NEIGHBOURS };
  const freshbooks = await startFreshBooks(settled, neighbours);
  const pipedrive = await startPipedrive(settled, neighbours).catch(async (error: unknown) => {
    await freshbooks.stop();
    throw error;
  });
  return {
    freshbooks: { url: freshbooks.url, control: freshbooks.control },
    pipedrive: { url: pipedrive.url, control: pipedrive.control },
    playScript: (input) => {
      const script = parseControlInput(scriptSchema, input);
      freshbooks.play(script);
      pipedrive.play(script);
    },
    stop: async () => {
      await Promise.all([freshbooks.stop(), pipedrive.stop()]);
    },
  };
}
