import "server-only";
import type { ConnectionEnvironment } from "../db/generated/enums";
import type { Env } from "../lib/env";
import { AppError } from "../lib/errors";
import type { FreshbooksApp } from "../vendors/freshbooks/oauth";
import type { PipedriveApp } from "../vendors/pipedrive/oauth";
import { freshbooksPlace, pipedrivePlace } from "./vendor-places";

function need(value: string | undefined, name: string): string {
  if (value !== undefined) return value;
  throw new AppError("not_configured", { message: `${name} is not set; see .env.example.` });
}

/**
 * Our app at an environment's FreshBooks. Throws `not_configured` when its id or secret is missing, or the operator
 * offers no such environment.
 */
export function freshbooksApp(env: Env, environment: ConnectionEnvironment): FreshbooksApp {
  const redirectUri = `${env.APP_URL}/api/oauth/freshbooks/callback`;
  const { apiUrl } = freshbooksPlace(env, environment);
  if (environment === "sandbox") {
    const { SANDBOX_FRESHBOOKS_CLIENT_ID: clientId, SANDBOX_FRESHBOOKS_CLIENT_SECRET: clientSecret } = env;
    return { clientId, clientSecret, redirectUri, apiUrl };
  }
  return {
    clientId: need(env.FRESHBOOKS_CLIENT_ID, "FRESHBOOKS_CLIENT_ID"),
    clientSecret: need(env.FRESHBOOKS_CLIENT_SECRET, "FRESHBOOKS_CLIENT_SECRET"),
    redirectUri,
    apiUrl,
  };
}

/** Our app at an environment's Pipedrive. Throws as `freshbooksApp`. */
export function pipedriveApp(env: Env, environment: ConnectionEnvironment): PipedriveApp {
  const redirectUri = `${env.APP_URL}/api/oauth/pipedrive/callback`;
  const place = pipedrivePlace(env, environment);
  if (environment === "sandbox") {
    const { SANDBOX_PIPEDRIVE_CLIENT_ID: clientId, SANDBOX_PIPEDRIVE_CLIENT_SECRET: clientSecret } = env;
    return { clientId, clientSecret, redirectUri, ...place };
  }
  return {
    clientId: need(env.PIPEDRIVE_CLIENT_ID, "PIPEDRIVE_CLIENT_ID"),
    clientSecret: need(env.PIPEDRIVE_CLIENT_SECRET, "PIPEDRIVE_CLIENT_SECRET"),
    redirectUri,
    ...place,
  };
}
