import { Caller } from "../probe/caller";
import type { Reply } from "../probe/reply";
import type { RunContext } from "../probe/run-context";
import type { PipedriveCredentials } from "./credentials";

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
