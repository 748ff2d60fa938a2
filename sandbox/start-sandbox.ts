import { createFreshBooksApp } from "./freshbooks/app";
import { createFreshBooksControl } from "./freshbooks/control";
import type { FreshBooksControl } from "./freshbooks/control";
import { createWorld as createFreshBooksWorld } from "./freshbooks/world";
import { listen } from "./lib/listen";
import type { OAuthApp } from "./lib/oauth-app";
import { createPipedriveApp } from "./pipedrive/app";
import { createPipedriveControl } from "./pipedrive/control";
import type { PipedriveControl } from "./pipedrive/control";
import { createWorld as createPipedriveWorld } from "./pipedrive/world";

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly freshbooksPort?: number;
  readonly pipedrivePort?: number;
  readonly host?: "127.0.0.1";
  /** The same seed gives the same tokens, verifiers and field codes. */
  readonly seed?: number;
  readonly freshbooksApp?: OAuthApp;
  readonly pipedriveApp?: OAuthApp;
  readonly log?: (line: string) => void;
}

/** Two running stand-ins, each with its address and the control verbs of its `/_control` API. */
export interface Sandbox {
  readonly freshbooks: { readonly url: string; readonly control: FreshBooksControl };
  readonly pipedrive: { readonly url: string; readonly control: PipedriveControl };
  /** Stops both at once: open connections are cut, deliveries forgotten. */
  stop(): Promise<void>;
}

const FRESHBOOKS_APP: OAuthApp = {
  clientId: "sandbox-freshbooks",
  clientSecret: "sandbox-freshbooks-secret",
};
const PIPEDRIVE_APP: OAuthApp = { clientId: "sandbox-pipedrive", clientSecret: "sandbox-pipedrive-secret" };

async function startFreshBooks(options: SandboxOptions) {
  const remake = () =>
    createFreshBooksWorld({ app: options.freshbooksApp ?? FRESHBOOKS_APP, seed: options.seed ?? 1 });
  const box = { world: remake() };
  const control = createFreshBooksControl(box, remake);
  const app = createFreshBooksApp(box, control);
  const server = await listen(app, options.freshbooksPort ?? 0, options.host ?? "127.0.0.1");
  options.log?.(`FreshBooks sandbox at ${server.url}`);
  const stop = async () => {
    box.world.courier.stop();
    box.world.clock.stop();
    await server.stop();
  };
  return { url: server.url, control, stop };
}

async function startPipedrive(options: SandboxOptions) {
  const remake = () =>
    createPipedriveWorld({
      app: options.pipedriveApp ?? PIPEDRIVE_APP,
      seed: (options.seed ?? 1) + 1_000_003,
    });
  const box = { world: remake() };
  const control = createPipedriveControl(box, remake);
  const app = createPipedriveApp(box, control);
  const server = await listen(app, options.pipedrivePort ?? 0, options.host ?? "127.0.0.1");
  options.log?.(`Pipedrive sandbox at ${server.url}`);
  const stop = async () => {
    box.world.clock.stop();
    await server.stop();
  };
  return { url: server.url, control, stop };
}

/** Starts both stand-ins; rejects with a `PortTakenError` when a port is in use, with neither left running. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const freshbooks = await startFreshBooks(options);
  const pipedrive = await startPipedrive(options).catch(async (error: unknown) => {
    await freshbooks.stop();
    throw error;
  });
  return {
    freshbooks: { url: freshbooks.url, control: freshbooks.control },
    pipedrive: { url: pipedrive.url, control: pipedrive.control },
    stop: async () => {
      await Promise.all([freshbooks.stop(), pipedrive.stop()]);
    },
  };
}
