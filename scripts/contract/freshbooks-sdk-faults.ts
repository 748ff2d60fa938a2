import { SearchQueryBuilder } from "@freshbooks/api/dist/models/builders/SearchQueryBuilder";
import type { Client } from "@freshbooks/api";

import { ACCOUNT, freshbooksSdk, newCallback, newClient, newInvoice } from "./freshbooks-sdk";
import type { FreshbooksStand } from "./freshbooks-sdk";
import type { Exchange } from "./recorder";

/** How the stand-in answers wrongly, once for each time. */
export interface WrongAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly times?: number;
}

/** What a fault is looked for with: a grant of its own, what went over the wire, and a stand-in that can err. */
export interface FreshbooksFaultStand extends FreshbooksStand {
  /** The calls that match, the latest last. */
  readonly sent: (method: string, path: RegExp) => readonly Exchange[];
  readonly answerWrongly: (answer: WrongAnswer) => void;
  /** The same grant in a client that tries as often as it does by itself. */
  readonly patient: Client;
}

/** A known fault of the official SDK: expected to be there, so that nobody mistakes it for one of the stand-in. */
export interface FreshbooksSdkFault {
  readonly name: string;
  readonly source: string;
  readonly look: (stand: FreshbooksFaultStand) => Promise<unknown>;
  readonly found: unknown;
}

const CLIENTS = `/accounting/account/${ACCOUNT}/users/clients`;

/** Kind and words of what was thrown; nothing when nothing was. */
async function thrown(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    return error instanceof Error ? { kind: error.constructor.name, message: error.message } : error;
  }
}

const requestFaults: readonly FreshbooksSdkFault[] = [
  {
    name: "a refresh is sent as JSON, with the old access token beside it",
    source: "facts §10",
    look: async ({ sdk, sent }) => {
      await sdk.refreshAccessToken();
      const headers = sent("POST", /\/auth\/oauth\/token$/).at(-1)?.requestHeaders;
      return [headers?.get("content-type"), headers?.get("authorization")?.startsWith("Bearer ")];
    },
    found: ["application/json", true],
  },
  {
    name: "search values are not encoded, so that an ampersand ends them",
    source: "facts §10",
    look: async ({ sdk, sent }) => {
      const search = new SearchQueryBuilder().like("organization_like", "A&B");
      await sdk.clients.list(ACCOUNT, [search]);
      return Object.fromEntries(sent("GET", /\/clients$/).at(-1)?.query ?? []);
    },
    found: { "search[organization_like]": "A", B: "" },
  },
  {
    name: "a due date that is set is not sent",
    source: "facts §10",
    look: async (stand) => {
      const id = await newInvoice(stand);
      await stand.sdk.invoices.update(ACCOUNT, id, { dueDate: new Date("2027-01-01T12:00:00Z") });
      return stand.sent("PUT", /\/invoices\/\d+$/).at(-1)?.requestText;
    },
    found: '{"invoice":{}}',
  },
  {
    name: "the address for consent has neither state nor PKCE",
    source: "facts §10",
    look: ({ sdk }) => {
      const asked = new URL(sdk.getAuthRequestUrl(["user:profile:read"]));
      return Promise.resolve([...asked.searchParams.keys()].toSorted());
    },
    found: ["client_id", "redirect_uri", "response_type", "scope"],
  },
  {
    name: "there is no way to take a grant back",
    source: "facts §10",
    look: ({ sdk }) => Promise.resolve("revoke" in sdk || "revokeToken" in sdk),
    found: false,
  },
  {
    name: "a create is sent again after a 429",
    source: "facts §10",
    look: async ({ patient, sent, answerWrongly }) => {
      const before = sent("POST", /\/clients$/).length;
      const body = { message: "API rate limit exceeded" };
      answerWrongly({
        method: "POST",
        path: CLIENTS,
        status: 429,
        body,
        headers: { "retry-after": "0" },
        times: 2,
      });
      await patient.clients.create({ organization: "Thrice" }, ACCOUNT);
      return sent("POST", /\/clients$/).length - before;
    },
    found: 3,
  },
];

const answerFaults: readonly FreshbooksSdkFault[] = [
  {
    name: "the reason of a spent refresh token is lost",
    source: "facts §10",
    look: async ({ sdk }) => {
      const spent = sdk.refreshToken ?? "";
      await sdk.refreshAccessToken();
      return thrown(sdk.refreshAccessToken(spent));
    },
    found: { kind: "APIClientError", message: "Bad Request" },
  },
  {
    name: "a 200 with errors passes for a success",
    source: "facts §10",
    look: async ({ sdk, answerWrongly }) => {
      const body = { response: { errors: [{ errno: 12_001, message: "Not available." }] } };
      answerWrongly({ method: "GET", path: CLIENTS, status: 200, body });
      const { ok, data } = await sdk.clients.list(ACCOUNT);
      return { ok, data };
    },
    found: { ok: true, data: { errors: [{ message: "Not available.", errorCode: 12_001 }] } },
  },
  {
    name: "errors given as an object crash it",
    source: "facts §14.10",
    look: async ({ sdk, answerWrongly }) => {
      const body = { response: { errors: { errno: 1012, message: "Client not found." } } };
      answerWrongly({ method: "GET", path: CLIENTS, status: 404, body });
      return thrown(sdk.clients.list(ACCOUNT));
    },
    found: { kind: "TypeError", message: "response.errors.map is not a function" },
  },
  {
    name: "the words of a missing scope are lost",
    source: "facts §14.10",
    look: async ({ sdk, answerWrongly }) => {
      const body = { message: "insufficient_scope: Required: ['user:clients:read']." };
      answerWrongly({ method: "GET", path: CLIENTS, status: 403, body });
      return thrown(sdk.clients.list(ACCOUNT));
    },
    found: { kind: "APIClientError", message: "Returned an unexpected response" },
  },
  {
    name: "what is wrong with a callback is lost",
    source: "facts §10",
    look: ({ sdk }) =>
      thrown(sdk.callbacks.create({ event: "invoice.vanish", uri: "not an address" }, ACCOUNT)),
    found: {
      kind: "APIClientError",
      message: "The request was well-formed but was unable to be followed due to semantic errors.",
    },
  },
  {
    name: "a web page for an answer is a mistake of syntax",
    source: "facts §10",
    look: async ({ sdk, answerWrongly }) => {
      answerWrongly({ method: "GET", path: CLIENTS, status: 502, body: "<html>Bad Gateway</html>" });
      const error = await thrown(sdk.clients.list(ACCOUNT));
      return JSON.stringify(error).includes("SyntaxError");
    },
    found: true,
  },
  {
    name: "a refused connection is a mistake of type",
    source: "facts §10",
    look: ({ sdk }) => {
      const nowhere = freshbooksSdk("http://127.0.0.1:1", sdk.redirectUri ?? "", "by itself");
      return thrown(nowhere.users.me());
    },
    found: { kind: "TypeError", message: "Cannot read properties of undefined (reading 'status')" },
  },
];

const shapeFaults: readonly FreshbooksSdkFault[] = [
  {
    name: "a business without an account has an empty text for it",
    source: "facts §2, §10",
    look: async ({ sdk }) => {
      const { data } = await sdk.users.me();
      return data?.businessMemberships?.some(({ business }) => business.accountId === "");
    },
    found: true,
  },
  {
    name: "the time of a callback is no date",
    source: "facts §10",
    look: async (stand) => {
      const { data } = await stand.sdk.callbacks.single(ACCOUNT, await newCallback(stand));
      return String(data?.updatedAt);
    },
    found: "Invalid Date",
  },
  {
    name: "uuid, version and lock of an invoice are dropped",
    source: "facts §10",
    look: async (stand) => {
      const { data } = await stand.sdk.invoices.single(ACCOUNT, await newInvoice(stand));
      return Object.keys(data ?? {}).filter((key) => /uuid|version|lock/i.test(key));
    },
    found: [],
  },
  {
    name: "the status of an invoice is typed as text, and is a number",
    source: "facts §10",
    look: async (stand) => {
      const { data } = await stand.sdk.invoices.single(ACCOUNT, await newInvoice(stand));
      return typeof data?.status;
    },
    found: "number",
  },
  {
    name: "ids are typed as texts, and are numbers",
    source: "facts §6, §10",
    look: async (stand) => {
      const { data } = await stand.sdk.clients.single(ACCOUNT, await newClient(stand));
      return typeof data?.id;
    },
    found: "number",
  },
];

/** The faults of `@freshbooks/api` 4.1 that show when it drives the stand-in. */
export const freshbooksSdkFaults: readonly FreshbooksSdkFault[] = [
  ...requestFaults,
  ...answerFaults,
  ...shapeFaults,
];
