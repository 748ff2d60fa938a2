import { parseArgs } from "node:util";

import { z } from "zod";

import type { OAuthApp } from "./lib/oauth-app";
import type { SandboxOptions } from "./start-sandbox";

const port = z.coerce.number().int().min(0).max(65_535);
const text = z.string().min(1).optional();
const publicUrl = z
  .url({ protocol: /^https?$/, error: "must be an address such as https://freshbooks.example.com" })
  .transform((address) => new URL(address).origin)
  .optional();

const environmentSchema = z.object({
  SANDBOX_FRESHBOOKS_PORT: port.default(4010),
  SANDBOX_PIPEDRIVE_PORT: port.default(4020),
  SANDBOX_FRESHBOOKS_URL: publicUrl,
  SANDBOX_PIPEDRIVE_URL: publicUrl,
  SANDBOX_SEED: z.coerce.number().int().optional(),
  SANDBOX_SCRIPT: text,
  FRESHBOOKS_CLIENT_ID: text,
  FRESHBOOKS_CLIENT_SECRET: text,
  PIPEDRIVE_CLIENT_ID: text,
  PIPEDRIVE_CLIENT_SECRET: text,
});

/** How to start, and the script file to play, if any. */
export interface Settings {
  readonly options: SandboxOptions;
  readonly scriptFile: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

function app(clientId: string | undefined, clientSecret: string | undefined): OAuthApp | undefined {
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}

/** The options of the command line, as the variables they stand for. */
function fromCommandLine(words: readonly string[]): Environment {
  const options = { script: { type: "string" }, seed: { type: "string" } } as const;
  const { script, seed } = parseArgs({ args: [...words], options }).values;
  return {
    ...(script === undefined ? {} : { SANDBOX_SCRIPT: script }),
    ...(seed === undefined ? {} : { SANDBOX_SEED: seed }),
  };
}

/**
 * Reads the sandbox's settings from the environment and from the command line, which goes before it. Empty text counts
 * as absent; what is wrong is refused in one line, a bad value with its name.
 */
export function readSettings(environment: Environment, words: readonly string[] = []): Settings {
  const given = Object.entries({ ...environment, ...fromCommandLine(words) });
  const parsed = environmentSchema.safeParse(Object.fromEntries(given.filter(([, value]) => value !== "")));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new TypeError(`The sandbox cannot start. ${faults.join("; ")}.`);
  }
  const env = parsed.data;
  const freshbooksApp = app(env.FRESHBOOKS_CLIENT_ID, env.FRESHBOOKS_CLIENT_SECRET);
  const pipedriveApp = app(env.PIPEDRIVE_CLIENT_ID, env.PIPEDRIVE_CLIENT_SECRET);
  const options = {
    freshbooksPort: env.SANDBOX_FRESHBOOKS_PORT,
    pipedrivePort: env.SANDBOX_PIPEDRIVE_PORT,
    ...(env.SANDBOX_SEED === undefined ? {} : { seed: env.SANDBOX_SEED }),
    ...(env.SANDBOX_FRESHBOOKS_URL === undefined ? {} : { freshbooksPublicUrl: env.SANDBOX_FRESHBOOKS_URL }),
    ...(env.SANDBOX_PIPEDRIVE_URL === undefined ? {} : { pipedrivePublicUrl: env.SANDBOX_PIPEDRIVE_URL }),
    ...(freshbooksApp === undefined ? {} : { freshbooksApp }),
    ...(pipedriveApp === undefined ? {} : { pipedriveApp }),
  };
  return { options, scriptFile: env.SANDBOX_SCRIPT };
}
