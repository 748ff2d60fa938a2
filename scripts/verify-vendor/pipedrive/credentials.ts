import { addressOf, MissingVariablesError, valueOf } from "../environment";
import type { Variables } from "../environment";

/** The app registered in Pipedrive's Developer Hub. */
export interface PipedriveApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What is needed to speak to one Pipedrive company. */
export interface PipedriveCredentials {
  readonly oauthUrl: string;
  /** Base of the API calls; undefined when the refresh has to tell it. */
  readonly apiDomain: string | undefined;
  readonly apiToken: string | undefined;
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
  readonly app: PipedriveApp | undefined;
}

const NAMES = {
  domain: "VERIFY_PIPEDRIVE_API_DOMAIN",
  apiToken: "VERIFY_PIPEDRIVE_API_TOKEN",
  access: "VERIFY_PIPEDRIVE_ACCESS_TOKEN",
  refresh: "VERIFY_PIPEDRIVE_REFRESH_TOKEN",
  clientId: "VERIFY_PIPEDRIVE_CLIENT_ID",
  clientSecret: "VERIFY_PIPEDRIVE_CLIENT_SECRET",
} as const;

function missingLines(given: PipedriveCredentials): string[] {
  if (given.apiToken !== undefined || given.accessToken !== undefined) {
    if (given.apiDomain !== undefined) return [];
    return [`${NAMES.domain} is missing: the company's address, such as https://acme.pipedrive.com.`];
  }
  if (given.refreshToken === undefined) {
    return [
      `${NAMES.apiToken} is missing: a personal API token (or ${NAMES.access}, or ${NAMES.refresh} with the app).`,
      ...(given.apiDomain === undefined
        ? [`${NAMES.domain} is missing: the company's address, such as https://acme.pipedrive.com.`]
        : []),
    ];
  }
  if (given.app !== undefined) return [];
  return [
    `${NAMES.clientId} is missing: the app that ${NAMES.refresh} belongs to.`,
    `${NAMES.clientSecret} is missing: the secret of that app.`,
  ];
}

/** Reads the credentials; a `MissingVariablesError` has one line for each variable that is missing. */
export function readCredentials(variables: Variables): PipedriveCredentials {
  const clientId = valueOf(variables, NAMES.clientId);
  const clientSecret = valueOf(variables, NAMES.clientSecret);
  const given = {
    oauthUrl: addressOf(variables, "VERIFY_PIPEDRIVE_OAUTH_URL", "https://oauth.pipedrive.com") ?? "",
    apiDomain: addressOf(variables, NAMES.domain),
    apiToken: valueOf(variables, NAMES.apiToken),
    accessToken: valueOf(variables, NAMES.access),
    refreshToken: valueOf(variables, NAMES.refresh),
    app: clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret },
  };
  const lines = missingLines(given);
  if (lines.length > 0) throw new MissingVariablesError(lines);
  return given;
}
