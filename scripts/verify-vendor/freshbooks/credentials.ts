import path from "node:path";

import { DATA_FOLDER } from "../../lib/paths";
import { addressOf, MissingVariablesError, valueOf } from "../environment";
import type { Variables } from "../environment";

const KEPT_TOKEN_FILE = path.join(DATA_FOLDER, "verify-freshbooks-token.json");

/** The app registered at FreshBooks. */
export interface FreshbooksApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What is needed to speak to one FreshBooks account. */
export interface FreshbooksCredentials {
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly accountId: string;
  readonly secondAccountId: string | undefined;
  /** Gets one invoice by mail. */
  readonly mailTo: string | undefined;
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
  readonly redirectUri: string | undefined;
  /** Keeps the refresh token that follows on the given one. */
  readonly tokenFile: string;
  readonly app: FreshbooksApp | undefined;
}

const NAMES = {
  account: "VERIFY_FRESHBOOKS_ACCOUNT_ID",
  second: "VERIFY_FRESHBOOKS_SECOND_ACCOUNT_ID",
  mailTo: "VERIFY_FRESHBOOKS_MAIL_TO",
  access: "VERIFY_FRESHBOOKS_ACCESS_TOKEN",
  refresh: "VERIFY_FRESHBOOKS_REFRESH_TOKEN",
  clientId: "VERIFY_FRESHBOOKS_CLIENT_ID",
  clientSecret: "VERIFY_FRESHBOOKS_CLIENT_SECRET",
  redirect: "VERIFY_FRESHBOOKS_REDIRECT_URI",
} as const;

function missingLines(given: FreshbooksCredentials): string[] {
  const lines: string[] = [];
  if (given.accountId === "") {
    lines.push(`${NAMES.account} is missing: the account_id of a trial business, as users/me tells it.`);
  }
  if (given.accessToken !== undefined) return lines;
  if (given.refreshToken === undefined) {
    lines.push(
      `${NAMES.access} is missing: an access token (or ${NAMES.refresh} with the app's id and secret).`,
    );
  } else if (given.app === undefined) {
    lines.push(`${NAMES.clientId} is missing: the app that ${NAMES.refresh} belongs to.`);
    lines.push(`${NAMES.clientSecret} is missing: the secret of that app.`);
  }
  return lines;
}

/** Reads the credentials; a `MissingVariablesError` has one line for each variable that is missing. */
export function readCredentials(variables: Variables): FreshbooksCredentials {
  const clientId = valueOf(variables, NAMES.clientId);
  const clientSecret = valueOf(variables, NAMES.clientSecret);
  const given = {
    apiUrl: addressOf(variables, "VERIFY_FRESHBOOKS_API_URL", "https://api.freshbooks.com") ?? "",
    authUrl: addressOf(variables, "VERIFY_FRESHBOOKS_AUTH_URL", "https://auth.freshbooks.com") ?? "",
    accountId: valueOf(variables, NAMES.account) ?? "",
    secondAccountId: valueOf(variables, NAMES.second),
    mailTo: valueOf(variables, NAMES.mailTo),
    accessToken: valueOf(variables, NAMES.access),
    refreshToken: valueOf(variables, NAMES.refresh),
    redirectUri: valueOf(variables, NAMES.redirect),
    tokenFile: valueOf(variables, "VERIFY_FRESHBOOKS_TOKEN_FILE") ?? KEPT_TOKEN_FILE,
    app: clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret },
  };
  const lines = missingLines(given);
  if (lines.length > 0) throw new MissingVariablesError(lines);
  return given;
}
