import { KeepAliveClient } from "../lib/keep-alive-client";

const REDIRECT_URI = "https://bench.example/back";
const APP = { client_id: "sandbox-freshbooks", client_secret: "sandbox-freshbooks-secret" };

/** The vendor did not give what the flow needs next; the message says what came instead. */
export class ConsentError extends Error {
  override readonly name = "ConsentError";
}

async function form(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

async function consent(url: string): Promise<string> {
  const fields = { client_id: APP.client_id, response_type: "code", redirect_uri: REDIRECT_URI };
  const answer = await form(`${url}/oauth/authorize/`, { ...fields, decision: "allow" });
  const location = answer.headers.get("location");
  const code = location === null ? null : new URL(location).searchParams.get("code");
  if (code === null) throw new ConsentError(`FreshBooks' consent was answered ${answer.status}.`);
  return code;
}

/** A client for the books of the sandbox's first account, with limits out of the way. */
export async function connectFreshBooks(url: string): Promise<KeepAliveClient> {
  const switches = JSON.stringify({ rateLimitGeneral: 10_000_000, rateLimitAccountingPost: 10_000_000 });
  await fetch(`${url}/_control/switches`, { method: "POST", body: switches });
  const answer = await form(`${url}/auth/oauth/token`, {
    ...APP,
    grant_type: "authorization_code",
    redirect_uri: REDIRECT_URI,
    code: await consent(url),
  });
  const body: unknown = await answer.json();
  const token =
    typeof body === "object" && body !== null && "access_token" in body ? body.access_token : undefined;
  if (typeof token !== "string") throw new ConsentError(`FreshBooks gave no token: ${JSON.stringify(body)}`);
  return new KeepAliveClient(url, { authorization: `Bearer ${token}` });
}
