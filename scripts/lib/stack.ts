import { startApp, type App } from "./app";
import { readEnvironment } from "./environment";
import { findFreePort } from "./free-port";
import { startSandboxes } from "./sandboxes";
import { createSupervisor } from "./supervisor";

/** How to run the whole stack. */
export type StackOptions = {
  /** Served from a production build, or by `next dev`. */
  mode: "production" | "development";
  /** A database and secrets for this run alone, gone at its end. */
  ephemeral: boolean;
  /** "free" for any free ports, of the sandboxes too; else PORT or 3000, and the sandboxes' 4010 and 4020. */
  ports?: "free";
};

/** The app between its two sandboxes, all running. */
export type Stack = App & {
  freshbooksUrl: string;
  pipedriveUrl: string;
  /** Resolves when the person asks to stop (Ctrl-C); rejects when a part ends by itself. */
  untilStopped: () => Promise<void>;
  /** Stops everything that was started, in the opposite order. */
  stop: () => Promise<void>;
};

/**
 * Starts PostgreSQL, both sandboxes and the app, and waits until all are well. Ctrl-C at any time takes everything down.
 * Throws `SetupError` with one line that says what to do, after taking down what was up.
 */
export async function startStack({ mode, ephemeral, ports }: StackOptions): Promise<Stack> {
  const supervisor = createSupervisor();
  const useFreePorts = ports === "free";
  try {
    const { appEnv, ...urls } = await startSandboxes(supervisor, useFreePorts);
    const port = useFreePorts ? await findFreePort() : (readEnvironment().PORT ?? 3000);
    const app = await startApp(supervisor, {
      ...{ mode, port, isEphemeral: ephemeral, env: appEnv },
      isQuiet: mode === "production",
    });
    return { ...app, ...urls, untilStopped: supervisor.untilStopped, stop: supervisor.stop };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
