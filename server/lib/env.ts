import { z } from "zod";

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ""));
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://");
const hexKey = /^[a-z0-9-]{1,32}:[0-9a-f]{64}$/;

/** Each key as `id:64 hex digits`, separated by commas; the first one seals, all of them open. */
const encryptionKeys = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .refine((parts) => parts.every((part) => hexKey.test(part)), {
    message: "must be one or more keys like k1:<64 hex digits>, separated by commas",
  });

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const vendorHost = /(^|\.)(freshbooks|pipedrive)\.com$/;

/** Where a stand-in is. Its tokens are worth nothing, yet they go nowhere in the clear, and never to a vendor. */
const sandboxUrl = url
  .refine((text) => text.startsWith("https:") || loopbackHost.test(new URL(text).hostname), {
    message: "must be https, or on this machine",
  })
  .refine((text) => !vendorHost.test(new URL(text).hostname), {
    message: "must be a stand-in's address, not the vendor's own",
  });

const hosts = z.string().transform((text) =>
  text
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== ""),
);

/** An address, alone or behind a name. */
const mailAddress = /^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

const onOff = z.enum(["on", "off"]).transform((word) => word === "on");

/** Everything the server reads from its environment. Vendor addresses default to the real ones. */
const variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  APP_URL: url.default("http://localhost:3000"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  NEXTAUTH_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  FRESHBOOKS_CLIENT_ID: z.string().min(1).optional(),
  FRESHBOOKS_CLIENT_SECRET: z.string().min(1).optional(),
  FRESHBOOKS_API_URL: url.default("https://api.freshbooks.com"),
  FRESHBOOKS_AUTH_URL: url.default("https://auth.freshbooks.com"),
  PIPEDRIVE_CLIENT_ID: z.string().min(1).optional(),
  PIPEDRIVE_CLIENT_SECRET: z.string().min(1).optional(),
  PIPEDRIVE_OAUTH_URL: url.default("https://oauth.pipedrive.com"),
  PIPEDRIVE_ALLOWED_HOSTS: hosts.default(["*.pipedrive.com"]),
  PIPEDRIVE_API_TOKENS: onOff.default(false),
  SANDBOX_FRESHBOOKS_URL: sandboxUrl.optional(),
  SANDBOX_FRESHBOOKS_CLIENT_ID: z.string().min(1).default("sandbox-freshbooks"),
  SANDBOX_FRESHBOOKS_CLIENT_SECRET: z.string().min(1).default("sandbox-freshbooks-secret"),
  SANDBOX_PIPEDRIVE_URL: sandboxUrl.optional(),
  SANDBOX_PIPEDRIVE_CLIENT_ID: z.string().min(1).default("sandbox-pipedrive"),
  SANDBOX_PIPEDRIVE_CLIENT_SECRET: z.string().min(1).default("sandbox-pipedrive-secret"),
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GITHUB_CLIENT_ID: z.string().min(1).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(40).default("single sign-on"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().regex(mailAddress, "must be like ml-connector <sync@example.com>").optional(),
  LOCAL_MAILBOX: onOff.optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  INNGEST_BASE_URL: url.optional(),
  INNGEST_EVENT_KEY: z.string().min(1).optional(),
  INNGEST_SIGNING_KEY: z.string().min(1).optional(),
  ENGINE_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(10),
  SWEEP_INTERVAL_SECONDS: z.coerce.number().int().min(60).max(86_400).default(600),
  METRICS_TOKEN: z.string().min(16, "must be at least 16 characters").optional(),
});

type Variables = z.output<typeof variables>;
type Fault = { name: keyof Variables; message: string };

/** What must be set where something else is: a stand-in's other side, a mail's sender. */
const partners: readonly { needs: keyof Variables; where: keyof Variables }[] = [
  { needs: "SANDBOX_FRESHBOOKS_URL", where: "SANDBOX_PIPEDRIVE_URL" },
  { needs: "SANDBOX_PIPEDRIVE_URL", where: "SANDBOX_FRESHBOOKS_URL" },
  { needs: "MAIL_FROM", where: "SMTP_URL" },
];

function missingPartners(env: Variables): Fault[] {
  return partners
    .filter(({ needs, where }) => env[needs] === undefined && env[where] !== undefined)
    .map(({ needs, where }) => ({ name: needs, message: `must be set together with ${where}` }));
}

function isLoopback(address: string): boolean {
  return loopbackHost.test(new URL(address).hostname);
}

/** Whoever reads the local mailbox can be anybody: it is for this machine alone. */
function exposedMailbox(env: Variables): Fault[] {
  if (env.LOCAL_MAILBOX !== true || isLoopback(env.APP_URL)) return [];
  return [
    { name: "LOCAL_MAILBOX", message: "shows everybody's mails, so it needs an APP_URL on this machine" },
  ];
}

const envSchema = variables
  .superRefine((env, context) => {
    for (const { name, message } of [...missingPartners(env), ...exposedMailbox(env)]) {
      context.addIssue({ code: "custom", path: [name], message });
    }
  })
  .transform(({ LOCAL_MAILBOX, ...env }) => ({
    ...env,
    LOCAL_MAILBOX: LOCAL_MAILBOX ?? (env.NODE_ENV === "development" && isLoopback(env.APP_URL)),
  }));

/** The environment after parsing. */
export type Env = z.output<typeof envSchema>;

/** A bad environment: one line per variable, ready to print. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** Parses an environment; empty text counts as absent. Throws `EnvError` naming each bad variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = envSchema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new EnvError(`The environment is not usable. ${lines.join("; ")}. See .env.example.`);
}

let parsed: Env | undefined;

/** The process's environment, parsed on first use. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
