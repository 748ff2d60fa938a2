import "server-only";
import { freshbooksApp, pipedriveApp } from "../../credentials/oauth-apps";
import { issueOauthState } from "../../credentials/oauth-state";
import type { Vendor } from "../../db/generated/enums";
import type { Tenant } from "../../db/tenant";
import {
  authorizeUrl as freshbooksAuthorizeUrl,
  freshbooksScopes as scopes,
} from "../../vendors/freshbooks/oauth";
import { authorizeUrl as pipedriveAuthorizeUrl } from "../../vendors/pipedrive/oauth";
import type { Deps } from "../deps";

/**
 * Begins a consent and returns the vendor's address to send the person to. The state in it works once, within ten
 * minutes, for this person in this session. Throws `not_configured` when the operator has not registered the app.
 */
export async function startConnect(
  deps: Deps,
  tenant: Tenant,
  input: { vendor: Vendor; userId: string; sessionId: string },
): Promise<string> {
  const app = input.vendor === "freshbooks" ? freshbooksApp(deps.env) : pipedriveApp(deps.env);
  const { clientId, redirectUri } = app;
  const state = await issueOauthState(deps, tenant, input);
  if (input.vendor === "freshbooks") {
    return freshbooksAuthorizeUrl({
      authUrl: deps.env.FRESHBOOKS_AUTH_URL,
      clientId,
      redirectUri,
      scopes,
      state,
    });
  }
  return pipedriveAuthorizeUrl({ oauthUrl: deps.env.PIPEDRIVE_OAUTH_URL, clientId, redirectUri, state });
}
