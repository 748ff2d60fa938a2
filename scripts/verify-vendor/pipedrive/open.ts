import type { OpenInput } from "../kit";
import { Caller } from "../probe/caller";
import type { Pass } from "../probe/caller";
import { textAt } from "../probe/json-at";
import { ProbeError } from "../probe/probe-error";
import { describe, expectOk } from "../probe/reply";
import type { Need } from "../question";
import { readCredentials } from "./credentials";
import type { PipedriveCredentials } from "./credentials";
import type { PipedriveProbe } from "./probe";
import { refresh } from "./tokens";

const HOST = /^https:\/\/[a-z0-9-]+\.pipedrive\.com$/;
const LOCAL = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+$/;

interface Access {
  readonly domain: string;
  readonly pass: Pass;
}

function learnSecrets({ context }: OpenInput, credentials: PipedriveCredentials): void {
  const { apiToken, accessToken, refreshToken, app } = credentials;
  for (const secret of [apiToken, accessToken, refreshToken, app?.clientSecret]) {
    if (secret !== undefined) context.secrets.add(secret);
  }
}

async function refreshed({ context }: OpenInput, credentials: PipedriveCredentials) {
  const reply = await refresh({ context, credentials });
  const token = textAt(reply.json, "access_token");
  if (token === undefined) throw new ProbeError(`The refresh token is not taken: ${describe(reply)}`);
  const headers = { authorization: `Bearer ${token}` };
  return { headers, domain: textAt(reply.json, "api_domain")?.replace(/\/+$/, "") };
}

async function accessOf(input: OpenInput, credentials: PipedriveCredentials): Promise<Access> {
  const { apiToken, accessToken, refreshToken, app, apiDomain = "" } = credentials;
  if (apiToken !== undefined) return { domain: apiDomain, pass: { headers: { "x-api-token": apiToken } } };
  const renew = async () => (await refreshed(input, credentials)).headers;
  if (accessToken === undefined) {
    const { headers, domain = apiDomain } = await refreshed(input, credentials);
    return { domain, pass: { headers, renew } };
  }
  const headers = { authorization: `Bearer ${accessToken}` };
  const canRenew = refreshToken !== undefined && app !== undefined;
  return { domain: apiDomain, pass: canRenew ? { headers, renew } : { headers } };
}

/** Gets at Pipedrive with what the environment gives, and looks whether it lets us in. */
export async function openPipedrive(
  input: OpenInput,
): Promise<{ probe: PipedriveProbe; abilities: readonly Need[] }> {
  const credentials = readCredentials(input.variables);
  learnSecrets(input, credentials);
  const access = await accessOf(input, credentials);
  if (!HOST.test(access.domain) && !LOCAL.test(access.domain)) {
    throw new ProbeError("The address of the company is not one of Pipedrive's: no token is sent there.");
  }
  const { context, cleanUp, listener } = input;
  const api = new Caller(context, access.domain, access.pass);
  const first = expectOk(await api.get("/api/v1/users/me"), "Asking who this token belongs to");
  const probe = { context, cleanUp, credentials, api, listener, first };
  const abilities: Need[] = [];
  if (credentials.app !== undefined) abilities.push("app");
  if (credentials.app !== undefined && credentials.refreshToken !== undefined)
    abilities.push("refresh-token");
  return { probe, abilities };
}
