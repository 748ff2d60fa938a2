import "server-only";
import { freshbooksApp, pipedriveApp } from "../../credentials/oauth-apps";
import { issueOauthState } from "../../credentials/oauth-state";
import { requireEnvironment } from "../../credentials/other-environment";
import { freshbooksPlace } from "../../credentials/vendor-places";
import type { ConnectionEnvironment, Vendor } from "../../db/generated/enums";
import type { Tenant } from "../../db/tenant";
import { authorizeUrl as freshbooksAuthorizeUrl } from "../../vendors/freshbooks/oauth";
import { freshbooksScopes as scopes } from "../../vendors/freshbooks/scopes";
import { authorizeUrl as pipedriveAuthorizeUrl } from "../../vendors/pipedrive/oauth";
import type { Deps } from "../deps";
import { requireVerifiedEmail } from "../people/require-verified-email";

/**
 * Begins a consent and returns the vendor's address to send the person to. The state in it works once, within ten
 * minutes, for this person in this session. Throws `not_configured` when the operator has not registered the app or
 * offers no sandbox, `conflict` when the workspace is connected in the other environment, `forbidden` before the person
 * has confirmed their address.
 */
export async function startConnect(
  deps: Deps,
  tenant: Tenant,
  input: { vendor: Vendor; environment: ConnectionEnvironment; userId: string; sessionId: string },
): Promise<string> {
  const { vendor, environment } = input;
  await requireVerifiedEmail(deps, input.userId);
  await requireEnvironment(deps.db, tenant, environment);
  if (vendor === "freshbooks") {
    const { clientId, redirectUri } = freshbooksApp(deps.env, environment);
    const { authUrl } = freshbooksPlace(deps.env, environment);
    const state = await issueOauthState(deps, tenant, input);
    return freshbooksAuthorizeUrl({ authUrl, clientId, redirectUri, scopes, state });
  }
  const { clientId, redirectUri, oauthUrl } = pipedriveApp(deps.env, environment);
  const state = await issueOauthState(deps, tenant, input);
  return pipedriveAuthorizeUrl({ oauthUrl, clientId, redirectUri, state });
}
