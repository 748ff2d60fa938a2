import type { Sandbox } from "../start-sandbox";
import { api, numberAt, textAt } from "./call";
import type { Answer, Api } from "./call";
import { REDIRECT_URI, decide, freshBooksToken } from "./consent";

/** One account's books as an app sees them, with the paths of its nouns. */
export interface BooksApi extends Api {
  readonly access: string;
  readonly refresh: string;
  readonly clients: string;
  readonly invoices: string;
  readonly payments: string;
  readonly creditNotes: string;
  readonly callbacks: string;
}

interface Opening {
  readonly accountId?: string;
  readonly identityId?: number;
  readonly scope?: string;
}

/** Gets an identity's consent and opens an account's books with it. */
export async function openBooks(sandbox: Sandbox, opening: Opening = {}): Promise<BooksApi> {
  const { accountId = "aB3dE9", identityId, scope } = opening;
  const { url } = sandbox.freshbooks;
  const parameters = { client_id: "sandbox-freshbooks", response_type: "code", redirect_uri: REDIRECT_URI };
  const asked = scope === undefined ? parameters : { ...parameters, scope };
  const location = await decide(`${url}/oauth/authorize/`, asked, "allow", identityId);
  const code = location.searchParams.get("code") ?? "";
  const { body } = await freshBooksToken(url, { grant_type: "authorization_code", code });
  const access = textAt(body, "access_token");
  const base = `/accounting/account/${accountId}`;
  return {
    ...api(url, { authorization: `Bearer ${access}` }),
    access,
    refresh: textAt(body, "refresh_token"),
    clients: `${base}/users/clients`,
    invoices: `${base}/invoices/invoices`,
    payments: `${base}/payments/payments`,
    creditNotes: `${base}/credit_notes/credit_notes`,
    callbacks: `/events/account/${accountId}/events/callbacks`,
  };
}

/** The id of the record that a write answered. */
export function idIn(answer: Answer, noun: string): number {
  return numberAt(answer.body, `response.result.${noun}.id`);
}
