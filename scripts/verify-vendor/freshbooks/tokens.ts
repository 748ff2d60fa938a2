import type { Caller } from "../probe/caller";
import { textAt } from "../probe/json-at";
import type { Reply } from "../probe/reply";
import type { Secrets } from "../probe/secrets";
import type { FreshbooksApp } from "./credentials";

/** An access and a refresh token; empty where the answer had none. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

/** Posts to an OAuth endpoint of the API host, with the app's credentials in the form. */
export async function postOauth(
  anonymous: Caller,
  app: FreshbooksApp,
  endpoint: "token" | "revoke",
  form: Readonly<Record<string, string>>,
  isCleanUp = false,
): Promise<Reply> {
  const credentials = { client_id: app.clientId, client_secret: app.clientSecret };
  const cargo = { form: { ...form, ...credentials }, isCleanUp };
  return anonymous.call("POST", `/auth/oauth/${endpoint}`, cargo);
}

/** The tokens in an answer, known as secrets from then on. */
export function tokensIn(reply: Reply, secrets: Secrets): Tokens {
  const access = textAt(reply.json, "access_token") ?? "";
  const refresh = textAt(reply.json, "refresh_token") ?? "";
  secrets.add(access);
  secrets.add(refresh);
  return { access, refresh };
}
