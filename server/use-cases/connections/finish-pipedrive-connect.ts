import "server-only";
import { pipedriveApp } from "../../credentials/oauth-apps";
import type { ConnectionEnvironment } from "../../db/generated/enums";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { createPipedriveClient } from "../../vendors/pipedrive/client";
import { openGate } from "../../vendors/pipedrive/gate";
import { exchangeCode } from "../../vendors/pipedrive/oauth";
import type { Deps } from "../deps";
import { joinCompany } from "./join-company";

/** Trades the code for tokens, asks who granted them, and stores both. Throws as `joinCompany`, and `VendorError`. */
export async function finishPipedriveConnect(
  deps: Deps,
  tenant: Tenant,
  input: { code: string; environment: ConnectionEnvironment; actor: Actor },
): Promise<void> {
  const { clock, log, env } = deps;
  const { environment, actor } = input;
  const tokens = await exchangeCode(pipedriveApp(env, environment), { clock, log }, input.code);
  const { apiDomain: apiBaseUrl } = tokens;
  const accessToken = () => Promise.resolve(tokens.accessToken);
  const client = createPipedriveClient({ apiBaseUrl, accessToken, gate: openGate, clock, log });
  const me = await client.me();
  await joinCompany(deps, tenant, { me, environment, apiBaseUrl, grant: "oauth", tokens, actor });
}
