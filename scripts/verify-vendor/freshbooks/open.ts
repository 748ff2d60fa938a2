import type { OpenInput } from "../kit";
import { Caller } from "../probe/caller";
import type { Pass } from "../probe/caller";
import { listAt, textAt } from "../probe/json-at";
import { ProbeError } from "../probe/probe-error";
import { describe, expectOk } from "../probe/reply";
import type { Need } from "../question";
import { readCredentials } from "./credentials";
import type { FreshbooksCredentials } from "./credentials";
import { keptToken } from "./kept-token";
import type { FreshbooksProbe } from "./probe";
import { postOauth, tokensIn } from "./tokens";

function learnSecrets({ context }: OpenInput, credentials: FreshbooksCredentials): void {
  const { accessToken, refreshToken, app } = credentials;
  for (const secret of [accessToken, refreshToken, app?.clientSecret]) {
    if (secret !== undefined) context.secrets.add(secret);
  }
  if (app !== undefined) context.secrets.add(`${app.clientId}:${app.clientSecret}`);
}

/** Trades the newest refresh token of the chain for an access token, and keeps its successor for the next time. */
async function refreshed(
  input: OpenInput,
  credentials: FreshbooksCredentials,
  anonymous: Caller,
): Promise<string> {
  const { refreshToken = "", redirectUri, app, tokenFile } = credentials;
  if (app === undefined) throw new ProbeError("A refresh token is of no use without its app.");
  const kept = keptToken(tokenFile, refreshToken);
  input.context.secrets.add(kept.refreshToken);
  const reply = await postOauth(anonymous, app, "token", {
    grant_type: "refresh_token",
    refresh_token: kept.refreshToken,
    ...(redirectUri === undefined ? {} : { redirect_uri: redirectUri }),
  });
  const tokens = tokensIn(reply, input.context.secrets);
  if (tokens.access === "") throw new ProbeError(`The refresh token is not taken: ${describe(reply)}`);
  kept.keep(tokens.refresh);
  return tokens.access;
}

async function passOf(
  input: OpenInput,
  credentials: FreshbooksCredentials,
  anonymous: Caller,
): Promise<Pass> {
  const headersWith = (token: string) => ({ authorization: `Bearer ${token}` });
  const renew = async () => headersWith(await refreshed(input, credentials, anonymous));
  const { accessToken, refreshToken, app } = credentials;
  if (accessToken === undefined) return { headers: await renew(), renew };
  const headers = headersWith(accessToken);
  return refreshToken === undefined || app === undefined ? { headers } : { headers, renew };
}

async function timeZoneOf(api: Caller, accountId: string): Promise<string> {
  const me = expectOk(await api.get("/auth/api/v1/users/me"), "Asking who this token belongs to");
  const memberships = listAt(me.json, "response.business_memberships");
  const mine = memberships.find((one) => textAt(one, "business.account_id") === accountId);
  if (mine === undefined) throw new ProbeError(`This token does not reach the account ${accountId}.`);
  return textAt(mine, "business.timezone") ?? "UTC";
}

/** Gets at FreshBooks with what the environment gives, and looks whether the account is within reach. */
export async function openFreshbooks(
  input: OpenInput,
): Promise<{ probe: FreshbooksProbe; abilities: readonly Need[] }> {
  const credentials = readCredentials(input.variables);
  learnSecrets(input, credentials);
  const { context, cleanUp, listener, person } = input;
  const anonymous = new Caller(context, credentials.apiUrl);
  const api = new Caller(context, credentials.apiUrl, await passOf(input, credentials, anonymous));
  const timeZone = await timeZoneOf(api, credentials.accountId);
  const probe = { context, cleanUp, credentials, api, anonymous, timeZone, listener, person };
  const abilities: Need[] = [];
  if (credentials.app !== undefined) abilities.push("app");
  if (credentials.secondAccountId !== undefined) abilities.push("second-account");
  if (credentials.mailTo !== undefined) abilities.push("mail");
  return { probe, abilities };
}
