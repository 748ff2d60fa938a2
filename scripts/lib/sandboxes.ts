import path from "node:path";

import { readEnvironment } from "./environment";
import { findFreePort, refuseTakenPort } from "./free-port";
import { DATA_FOLDER, ROOT } from "./paths";
import type { Supervisor } from "./supervisor";
import { until } from "./until";

/** Both stand-ins, running. */
export type Sandboxes = {
  freshbooksUrl: string;
  pipedriveUrl: string;
  /** What the app needs to take them for the vendors. */
  appEnv: Record<string, string>;
  /** What the app needs to offer them beside the vendors, as the sandbox. */
  besideEnv: Record<string, string>;
};

const READY_WITHIN_MS = 30_000;

async function answers(url: string): Promise<true | undefined> {
  try {
    const response = await fetch(`${url}/_control/health`, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok ? true : undefined;
  } catch {
    return undefined;
  }
}

async function choosePorts(useFreePorts: boolean): Promise<{ freshbooks: number; pipedrive: number }> {
  if (useFreePorts) return { freshbooks: await findFreePort(), pipedrive: await findFreePort() };
  const { SANDBOX_FRESHBOOKS_PORT: freshbooks = 4010, SANDBOX_PIPEDRIVE_PORT: pipedrive = 4020 } =
    readEnvironment();
  await refuseTakenPort(freshbooks, "SANDBOX_FRESHBOOKS_PORT", "the FreshBooks sandbox");
  await refuseTakenPort(pipedrive, "SANDBOX_PIPEDRIVE_PORT", "the Pipedrive sandbox");
  return { freshbooks, pipedrive };
}

/**
 * Starts both stand-ins and waits until they answer. Those of another seed know none of each other's tokens; it is the
 * sandbox's own unless given.
 */
export async function startSandboxes(
  supervisor: Supervisor,
  useFreePorts: boolean,
  seed?: number,
): Promise<Sandboxes> {
  const ports = await choosePorts(useFreePorts);
  const apps = {
    FRESHBOOKS_CLIENT_ID: "sandbox-freshbooks",
    FRESHBOOKS_CLIENT_SECRET: "sandbox-freshbooks-secret",
    PIPEDRIVE_CLIENT_ID: "sandbox-pipedrive",
    PIPEDRIVE_CLIENT_SECRET: "sandbox-pipedrive-secret",
  };
  supervisor.start({
    name: "The sandbox",
    args: ["--import", "tsx", path.join(ROOT, "sandbox", "main.ts")],
    env: {
      ...apps,
      SANDBOX_FRESHBOOKS_PORT: String(ports.freshbooks),
      SANDBOX_PIPEDRIVE_PORT: String(ports.pipedrive),
      ...(seed !== undefined && { SANDBOX_SEED: String(seed) }),
    },
    logFile: path.join(DATA_FOLDER, "logs", `sandbox-${ports.freshbooks}.log`),
    graceMs: 5_000,
  });
  const freshbooksUrl = `http://127.0.0.1:${ports.freshbooks}`;
  const pipedriveUrl = `http://127.0.0.1:${ports.pipedrive}`;
  for (const url of [freshbooksUrl, pipedriveUrl]) {
    const ready = until(() => answers(url), {
      withinMs: READY_WITHIN_MS,
      what: `An answer from the sandbox at ${url}`,
    });
    await Promise.race([ready, supervisor.lostChild]);
  }
  const appEnv = {
    ...apps,
    ...{
      FRESHBOOKS_API_URL: freshbooksUrl,
      FRESHBOOKS_AUTH_URL: freshbooksUrl,
      PIPEDRIVE_OAUTH_URL: pipedriveUrl,
    },
    PIPEDRIVE_ALLOWED_HOSTS: `127.0.0.1:${ports.pipedrive}`,
  };
  const besideEnv = {
    ...Object.fromEntries(Object.entries(apps).map(([name, value]) => [`SANDBOX_${name}`, value])),
    SANDBOX_FRESHBOOKS_URL: freshbooksUrl,
    SANDBOX_PIPEDRIVE_URL: pipedriveUrl,
  };
  return { freshbooksUrl, pipedriveUrl, appEnv, besideEnv };
}
