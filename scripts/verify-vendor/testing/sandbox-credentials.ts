import type { Sandbox } from "../../../sandbox/start-sandbox";
import type { Variables } from "../environment";
import { textAt } from "../probe/json-at";
import { decideAt } from "./sandbox-person";

const BACK = "https://app.example/oauth/back";
const FRESHBOOKS = { client_id: "sandbox-freshbooks", client_secret: "sandbox-freshbooks-secret" };
const PIPEDRIVE = { client_id: "sandbox-pipedrive", client_secret: "sandbox-pipedrive-secret" };

async function codeFrom(authorizeUrl: string, parameters: Record<string, string>): Promise<string> {
  const back = await decideAt(`${authorizeUrl}?${new URLSearchParams(parameters).toString()}`, "allow");
  const code = back?.searchParams.get("code") ?? undefined;
  if (code === undefined) throw new Error(`No code came from ${authorizeUrl}.`);
  return code;
}

async function trade(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { method: "POST", headers, body: new URLSearchParams(form) });
  const json: unknown = await answer.json();
  return { access: textAt(json, "access_token") ?? "", refresh: textAt(json, "refresh_token") ?? "" };
}

/**
 * What the command reads from the environment, for the FreshBooks stand-in; the person has consented. `tokenFile` is
 * where the newest refresh token is kept.
 */
export async function freshbooksVariables(
  sandbox: Sandbox,
  tokenFile: string,
): Promise<Variables & Record<string, string>> {
  const { url } = sandbox.freshbooks;
  const { client_id } = FRESHBOOKS;
  const code = await codeFrom(`${url}/oauth/authorize/`, {
    client_id,
    response_type: "code",
    redirect_uri: BACK,
  });
  const form = { ...FRESHBOOKS, grant_type: "authorization_code", code, redirect_uri: BACK };
  const tokens = await trade(`${url}/auth/oauth/token`, form);
  return {
    VERIFY_FRESHBOOKS_API_URL: url,
    VERIFY_FRESHBOOKS_AUTH_URL: url,
    VERIFY_FRESHBOOKS_ACCOUNT_ID: "aB3dE9",
    VERIFY_FRESHBOOKS_SECOND_ACCOUNT_ID: "Zz9Yy8",
    VERIFY_FRESHBOOKS_MAIL_TO: "somebody@example.com",
    VERIFY_FRESHBOOKS_ACCESS_TOKEN: tokens.access,
    VERIFY_FRESHBOOKS_REFRESH_TOKEN: tokens.refresh,
    VERIFY_FRESHBOOKS_TOKEN_FILE: tokenFile,
    VERIFY_FRESHBOOKS_CLIENT_ID: FRESHBOOKS.client_id,
    VERIFY_FRESHBOOKS_CLIENT_SECRET: FRESHBOOKS.client_secret,
  };
}

/** What the command reads from the environment, for the Pipedrive stand-in; the person has installed the app. */
export async function pipedriveVariables(sandbox: Sandbox): Promise<Variables & Record<string, string>> {
  const { url } = sandbox.pipedrive;
  const { client_id, client_secret } = PIPEDRIVE;
  const code = await codeFrom(`${url}/oauth/authorize`, { client_id, redirect_uri: BACK, state: "s" });
  const basic = Buffer.from(`${client_id}:${client_secret}`).toString("base64");
  const form = { grant_type: "authorization_code", code, redirect_uri: BACK };
  const tokens = await trade(`${url}/oauth/token`, form, { authorization: `Basic ${basic}` });
  return {
    VERIFY_PIPEDRIVE_OAUTH_URL: url,
    VERIFY_PIPEDRIVE_API_DOMAIN: url,
    VERIFY_PIPEDRIVE_ACCESS_TOKEN: tokens.access,
    VERIFY_PIPEDRIVE_REFRESH_TOKEN: tokens.refresh,
    VERIFY_PIPEDRIVE_CLIENT_ID: client_id,
    VERIFY_PIPEDRIVE_CLIENT_SECRET: client_secret,
  };
}
