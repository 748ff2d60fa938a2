import { systemClock } from "../lib/clock";
import { createLogger } from "../lib/log";
import * as freshbooks from "../vendors/freshbooks/oauth";
import { freshbooksScopes } from "../vendors/freshbooks/scopes";
import type { TokenGrant } from "../vendors/http/token-grant";
import * as pipedrive from "../vendors/pipedrive/oauth";
import { allowConsent } from "./press-consent";

type AtUrl = { url: string };

const deps = { clock: systemClock, log: createLogger("silent") };

/** The stand-ins' own apps. */
export function freshbooksApp({ url }: AtUrl): freshbooks.FreshbooksApp {
  return {
    clientId: "sandbox-freshbooks",
    clientSecret: "sandbox-freshbooks-secret",
    redirectUri: "https://app.example/api/oauth/freshbooks/callback",
    apiUrl: url,
  };
}

export function pipedriveApp({ url }: AtUrl): pipedrive.PipedriveApp {
  return {
    clientId: "sandbox-pipedrive",
    clientSecret: "sandbox-pipedrive-secret",
    redirectUri: "https://app.example/api/oauth/pipedrive/callback",
    oauthUrl: url,
    allowedHosts: [new URL(url).host],
  };
}

/** Where the stand-in asks a person for consent. */
export function freshbooksConsentUrl(at: AtUrl, state: string): string {
  const { clientId, redirectUri } = freshbooksApp(at);
  const scopes = freshbooksScopes;
  return freshbooks.authorizeUrl({ authUrl: at.url, clientId, redirectUri, scopes, state });
}

export function pipedriveConsentUrl(at: AtUrl, state: string): string {
  const { clientId, redirectUri, oauthUrl } = pipedriveApp(at);
  return pipedrive.authorizeUrl({ oauthUrl, clientId, redirectUri, state });
}

/** Tokens by the real way: consent, code, exchange. */
export async function grantFreshbooks(at: AtUrl): Promise<TokenGrant> {
  const { code } = await allowConsent(freshbooksConsentUrl(at, "state"));
  return freshbooks.exchangeCode(freshbooksApp(at), deps, code);
}

export async function grantPipedrive(at: AtUrl): Promise<pipedrive.PipedriveGrant> {
  const { code } = await allowConsent(pipedriveConsentUrl(at, "state"));
  return pipedrive.exchangeCode(pipedriveApp(at), deps, code);
}
