import { startApp, type App } from "./app";
import { readEnvironment } from "./environment";
import { findFreePort } from "./free-port";
import { startSandboxes, type Sandboxes } from "./sandboxes";
import { createSupervisor, type Supervisor } from "./supervisor";

/** Of a second pair, lest a token of the first be good there. */
const BESIDE_SEED = 2;

type Parts = "vendors" | "beside" | "both";

/** Without a mail server people read what the app mails on its own page; never where others could reach it. */
const localMailbox = () => (readEnvironment().APP_URL === undefined ? { LOCAL_MAILBOX: "on" } : {});

/** How to run the whole stack. */
export type StackOptions = {
  /** Served from a production build, or by `next dev`. */
  mode: "production" | "development";
  /** A database and secrets for this run alone, gone at its end. */
  ephemeral: boolean;
  /** "free" for any free ports, of the sandboxes too; else PORT or 3000, and the sandboxes' 4010 and 4020. */
  ports?: "free";
  /**
   * What the sandboxes are to the app: the vendors themselves, unless they are to stand beside them for trying; or one
   * pair for each.
   */
  sandboxesAre?: Parts;
};

/** The app between its two sandboxes, all running. */
export type Stack = App & {
  freshbooksUrl: string;
  pipedriveUrl: string;
  /** The sandboxes that a workspace may be connected to instead of the vendors; null when they are the vendors. */
  beside: Pick<Sandboxes, "freshbooksUrl" | "pipedriveUrl"> | null;
  /** Resolves when the person asks to stop (Ctrl-C); rejects when a part ends by itself. */
  untilStopped: () => Promise<void>;
  /** Stops everything that was started, in the opposite order. */
  stop: () => Promise<void>;
};

/** The sandboxes in the parts that they are to play, and what the app must know of them. */
async function startParts(supervisor: Supervisor, sandboxesAre: Parts, useFreePorts: boolean) {
  const first = await startSandboxes(supervisor, useFreePorts);
  const { freshbooksUrl, pipedriveUrl } = first;
  if (sandboxesAre === "vendors") return { freshbooksUrl, pipedriveUrl, beside: null, env: first.appEnv };
  const isPair = sandboxesAre === "both";
  const { besideEnv, ...second } = isPair ? await startSandboxes(supervisor, true, BESIDE_SEED) : first;
  const beside = { freshbooksUrl: second.freshbooksUrl, pipedriveUrl: second.pipedriveUrl };
  return { freshbooksUrl, pipedriveUrl, beside, env: { ...(isPair && first.appEnv), ...besideEnv } };
}

/**
 * Starts PostgreSQL, both sandboxes and the app, and waits until all are well. Ctrl-C at any time takes everything down.
 * Throws `SetupError` with one line that says what to do, after taking down what was up.
 */
export async function startStack({
  mode,
  ephemeral,
  ports,
  sandboxesAre = "vendors",
}: StackOptions): Promise<Stack> {
  const supervisor = createSupervisor();
  const useFreePorts = ports === "free";
  try {
    const { env, ...urls } = await startParts(supervisor, sandboxesAre, useFreePorts);
    const port = useFreePorts ? await findFreePort() : (readEnvironment().PORT ?? 3000);
    const app = await startApp(supervisor, {
      ...{ mode, port, isEphemeral: ephemeral, env: { ...localMailbox(), ...env } },
      isQuiet: mode === "production",
    });
    return { ...app, ...urls, untilStopped: supervisor.untilStopped, stop: supervisor.stop };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
