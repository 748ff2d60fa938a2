import { randomBytes } from "node:crypto";

import { textAt } from "../probe/json-at";
import { ProbeError } from "../probe/probe-error";
import { describe } from "../probe/reply";
import type { Reply } from "../probe/reply";
import { appOf, listenerOf, personOf } from "./probe";
import type { FreshbooksProbe } from "./probe";
import { postOauth, tokensIn } from "./tokens";
import type { Tokens } from "./tokens";

/** What a consent may be asked for with. */
export interface ConsentWish {
  readonly scope?: string;
  readonly codeChallenge?: string;
  readonly decision?: "allow" | "deny";
  readonly who?: "yourself" | "another member";
}

const RETURN_PATH = "/oauth";

/** Where FreshBooks sends the person back to: registered on the app beforehand. */
export function redirectUriOf(probe: FreshbooksProbe): string {
  return `${listenerOf(probe).publicUrl}${RETURN_PATH}`;
}

/** Sends the person to the consent page; what came back as `code` or `error`, or undefined when nothing did in time. */
export async function askConsent(
  probe: FreshbooksProbe,
  wish: ConsentWish = {},
): Promise<URLSearchParams | undefined> {
  const state = randomBytes(12).toString("base64url");
  const query = new URLSearchParams({
    client_id: appOf(probe).clientId,
    response_type: "code",
    redirect_uri: redirectUriOf(probe),
    state,
    ...(wish.scope === undefined ? {} : { scope: wish.scope }),
    ...(wish.codeChallenge === undefined
      ? {}
      : { code_challenge: wish.codeChallenge, code_challenge_method: "S256" }),
  });
  const url = `${probe.credentials.authUrl}/oauth/authorize/?${query.toString()}`;
  await personOf(probe).ask({
    kind: "consent",
    url,
    decision: wish.decision ?? "allow",
    who: wish.who ?? "yourself",
  });
  const { patience, interrupted } = probe.context;
  const isReturn = ({ path, query: back }: { path: string; query: URLSearchParams }) =>
    path === RETURN_PATH && back.get("state") === state;
  return (await listenerOf(probe).next(isReturn, patience.personMs, interrupted))?.query;
}

/** Trades a code, with more fields where they are given; nothing is insisted on. */
export function tradeCode(
  probe: FreshbooksProbe,
  code: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const form = { grant_type: "authorization_code", code, redirect_uri: redirectUriOf(probe), ...more };
  return postOauth(probe.anonymous, appOf(probe), "token", form);
}

/** Trades a refresh token, by default with the `redirect_uri`; nothing is insisted on. */
export function tradeRefresh(
  probe: FreshbooksProbe,
  refreshToken: string,
  withRedirect = true,
): Promise<Reply> {
  const redirect = withRedirect ? { redirect_uri: redirectUriOf(probe) } : {};
  const form = { grant_type: "refresh_token", refresh_token: refreshToken, ...redirect };
  return postOauth(probe.anonymous, appOf(probe), "token", form);
}

/** Notes that tokens of ours have to be taken back. */
export function oweRevoke(probe: FreshbooksProbe, tokens: Tokens): Tokens {
  probe.cleanUp.oweLast("a grant made for this run", async () => {
    const form = { token: tokens.access };
    const reply = await postOauth(probe.anonymous, appOf(probe), "revoke", form, true);
    if (reply.status >= 500) throw new ProbeError(describe(reply));
  });
  return tokens;
}

/**
 * A grant of our own, by a person's consent. It is taken back at the end. Further calls go by it, since it may have
 * ended the grant that the run began with.
 */
export async function makeGrant(probe: FreshbooksProbe, wish: ConsentWish = {}): Promise<Tokens> {
  const back = await askConsent(probe, wish);
  const code = back?.get("code");
  if (code == null) throw new ProbeError("The consent brought no code.");
  probe.context.secrets.add(code);
  const reply = await tradeCode(probe, code);
  if (textAt(reply.json, "access_token") === undefined) {
    throw new ProbeError(`The code was not taken: ${describe(reply)}`);
  }
  const tokens = oweRevoke(probe, tokensIn(reply, probe.context.secrets));
  if (wish.who !== "another member") probe.api.adopt({ authorization: `Bearer ${tokens.access}` });
  return tokens;
}

/** Whether an access token is still good, asked of `users/me`. */
export async function isAlive(probe: FreshbooksProbe, accessToken: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const reply = await probe.anonymous.call("GET", "/auth/api/v1/users/me", { headers });
  return reply.status === 200;
}
