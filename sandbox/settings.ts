import { z } from "zod";

import type { OAuthApp } from "./lib/oauth-app";
import type { SandboxOptions } from "./start-sandbox";

const port = z.coerce.number().int().min(0).max(65_535);
const text = z.string().min(1).optional();

const environmentSchema = z.object({
  SANDBOX_FRESHBOOKS_PORT: port.default(4010),
  SANDBOX_PIPEDRIVE_PORT: port.default(4020),
  SANDBOX_SEED: z.coerce.number().int().default(1),
  FRESHBOOKS_CLIENT_ID: text,
  FRESHBOOKS_CLIENT_SECRET: text,
  PIPEDRIVE_CLIENT_ID: text,
  PIPEDRIVE_CLIENT_SECRET: text,
});

function app(clientId: string | undefined, clientSecret: string | undefined): OAuthApp | undefined {
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}

/** Reads the sandbox's settings from the environment; a bad value is refused with its name. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SandboxOptions {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new TypeError(`The sandbox cannot start.\n${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  const freshbooksApp = app(env.FRESHBOOKS_CLIENT_ID, env.FRESHBOOKS_CLIENT_SECRET);
  const pipedriveApp = app(env.PIPEDRIVE_CLIENT_ID, env.PIPEDRIVE_CLIENT_SECRET);
  return {
    freshbooksPort: env.SANDBOX_FRESHBOOKS_PORT,
    pipedrivePort: env.SANDBOX_PIPEDRIVE_PORT,
    seed: env.SANDBOX_SEED,
    ...(freshbooksApp === undefined ? {} : { freshbooksApp }),
    ...(pipedriveApp === undefined ? {} : { pipedriveApp }),
  };
}
