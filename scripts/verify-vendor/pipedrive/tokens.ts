import { Caller } from "../probe/caller";
import { textAt } from "../probe/json-at";
import type { Reply } from "../probe/reply";
import type { RunContext } from "../probe/run-context";
import type { PipedriveCredentials } from "./credentials";
import type { PipedriveProbe } from "./probe";

/** The newest refresh token of each that was given: they are not expected to rotate, but may. */
const successors = new WeakMap<PipedriveCredentials, string>();

type Granted = Pick<PipedriveProbe, "context" | "credentials">;

/** Trades a refresh token with the app's credentials in the header; nothing is insisted on. */
export function tradeRefresh(
  context: RunContext,
  credentials: PipedriveCredentials,
  refreshToken: string,
): Promise<Reply> {
  const { app, oauthUrl } = credentials;
  const basic = Buffer.from(`${app?.clientId ?? ""}:${app?.clientSecret ?? ""}`).toString("base64");
  context.secrets.add(basic);
  const form = { grant_type: "refresh_token", refresh_token: refreshToken };
  const headers = { authorization: `Basic ${basic}` };
  return new Caller(context, oauthUrl).call("POST", "/oauth/token", { form, headers });
}

/** The refresh token to be used next. */
export function newestRefreshToken({ credentials }: Granted): string {
  return successors.get(credentials) ?? credentials.refreshToken ?? "";
}

/** Refreshes the grant that the run was given, and remembers what came back. */
export async function refresh(granted: Granted): Promise<Reply> {
  const { context, credentials } = granted;
  const reply = await tradeRefresh(context, credentials, newestRefreshToken(granted));
  context.secrets.add(textAt(reply.json, "access_token") ?? "");
  const next = textAt(reply.json, "refresh_token");
  if (next === undefined) return reply;
  context.secrets.add(next);
  successors.set(credentials, next);
  return reply;
}
