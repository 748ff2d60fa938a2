import { z } from "zod";

const schema = z.object({
  appUrl: z.url(),
  freshbooksUrl: z.url(),
  pipedriveUrl: z.url(),
  /** The stand-ins that are offered as the sandbox, beside those above, which play the real vendors. */
  beside: z.object({ freshbooksUrl: z.url(), pipedriveUrl: z.url() }),
  /** What a scraper must bear to read `/api/metrics`. */
  metricsToken: z.string(),
});

/** Where the stack of this run answers. */
export type RunningStack = z.output<typeof schema>;

/** The stack that runs for these tests, or undefined when none was started yet. */
export function findStack(): RunningStack | undefined {
  const text = process.env["E2E_STACK"];
  return text === undefined || text === "" ? undefined : schema.parse(JSON.parse(text));
}

/** The stack that runs for these tests. */
export function runningStack(): RunningStack {
  const stack = findStack();
  if (!stack) throw new Error("No stack runs: start the tests with `npx playwright test`.");
  return stack;
}

/** Lets the workers, which start later and inherit the environment, know of the stack. */
export function publishStack(stack: RunningStack): void {
  process.env["E2E_STACK"] = JSON.stringify(stack);
}

type Issuer = { url: string; clientId: string; clientSecret: string };

/**
 * Sets what the app, started later, inherits: the token for `/api/metrics`, and that a proxy stands before it, so that
 * each test may come from an address of its own; and a service to sign in with.
 */
export function publishAppSettings(settings: { metricsToken: string; issuer: Issuer }): void {
  process.env["METRICS_TOKEN"] = settings.metricsToken;
  process.env["TRUSTED_PROXIES"] = "1";
  const { url, clientId, clientSecret } = settings.issuer;
  Object.assign(process.env, {
    OIDC_ISSUER: url,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  });
  process.env["OIDC_NAME"] = "Acme ID";
}
