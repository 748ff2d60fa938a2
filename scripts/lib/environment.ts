import { z } from "zod";

import { EnvError, parseEnv } from "@/server/lib/env";
import { SetupError } from "./setup-error";

const port = z
  .string()
  .regex(/^\d+$/, "must be a port number")
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, "must be a port number");
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://");

/** What the commands themselves read; the server's own variables are in `server/lib/env.ts`. */
const schema = z.object({
  PORT: port.optional(),
  APP_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  DATABASE_URL: postgresUrl.optional(),
  NEXTAUTH_SECRET: z.string().optional(),
  ENCRYPTION_KEYS: z.string().optional(),
  SANDBOX_FRESHBOOKS_PORT: port.optional(),
  SANDBOX_PIPEDRIVE_PORT: port.optional(),
  TEST_DATABASE_SERVER_URL: postgresUrl.optional(),
  CONFORMANCE_INNGEST_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .optional(),
  CHROMIUM_PATH: z.string().optional(),
  /** Where the OpenAPI files of Pipedrive are, for the contract tests. */
  PIPEDRIVE_OPENAPI_FOLDER: z.string().optional(),
});

/** See `schema` in this file. */
export type Environment = z.output<typeof schema>;

/** The commands' environment, parsed; empty text counts as absent. Throws `SetupError` naming each bad variable. */
export function readEnvironment(
  source: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new SetupError(`The environment is not usable. ${lines.join("; ")}.`);
}

/** The whole environment with additions, for a child process. */
export function childEnvironment(additions: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions };
}

/** Holds what the server will be given to its own schema, before anything is started. Throws `SetupError` as above. */
export function checkServerEnvironment(additions: Record<string, string>): void {
  try {
    parseEnv(childEnvironment(additions));
  } catch (error) {
    throw error instanceof EnvError ? new SetupError(error.message) : error;
  }
}
