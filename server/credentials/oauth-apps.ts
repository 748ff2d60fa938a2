import "server-only";
import type { Env } from "../lib/env";
import { AppError } from "../lib/errors";
import type { FreshbooksApp } from "../vendors/freshbooks/oauth";
import type { PipedriveApp } from "../vendors/pipedrive/oauth";

function need(value: string | undefined, name: string): string {
  if (value !== undefined) return value;
  throw new AppError("not_configured", { message: `${name} is not set; see .env.example.` });
}

/** Our app at FreshBooks. Throws `not_configured` when its id or secret is missing. */
export function freshbooksApp(env: Env): FreshbooksApp {
  return {
    clientId: need(env.FRESHBOOKS_CLIENT_ID, "FRESHBOOKS_CLIENT_ID"),
    clientSecret: need(env.FRESHBOOKS_CLIENT_SECRET, "FRESHBOOKS_CLIENT_SECRET"),
    redirectUri: `${env.APP_URL}/api/oauth/freshbooks/callback`,
    apiUrl: env.FRESHBOOKS_API_URL,
  };
}

/** Our app at Pipedrive. Throws `not_configured` when its id or secret is missing. */
export function pipedriveApp(env: Env): PipedriveApp {
  return {
    clientId: need(env.PIPEDRIVE_CLIENT_ID, "PIPEDRIVE_CLIENT_ID"),
    clientSecret: need(env.PIPEDRIVE_CLIENT_SECRET, "PIPEDRIVE_CLIENT_SECRET"),
    redirectUri: `${env.APP_URL}/api/oauth/pipedrive/callback`,
    oauthUrl: env.PIPEDRIVE_OAUTH_URL,
    allowedHosts: env.PIPEDRIVE_ALLOWED_HOSTS,
  };
}
