import type { Client } from "@freshbooks/api";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { systemClock } from "@/server/lib/clock";
import { createLogger } from "@/server/lib/log";
import { everyFreshbooksCall } from "@/server/testing/every-freshbooks-call";
import type { Books } from "@/server/testing/every-freshbooks-call";
import { allowConsent } from "@/server/testing/press-consent";
import { freshbooksApp, freshbooksConsentUrl } from "@/server/testing/vendor-grants";
import { createFreshbooksClient } from "@/server/vendors/freshbooks/client";
import type { FreshbooksClient } from "@/server/vendors/freshbooks/client";
import { fetchIdentity } from "@/server/vendors/freshbooks/identity";
import * as productOauth from "@/server/vendors/freshbooks/oauth";

import { say } from "../lib/say";
import { ACCOUNT, freshbooksSdk, newClient, newCreditNote, newInvoice, newPayment } from "./freshbooks-sdk";
import { freshbooksSdkFaults } from "./freshbooks-sdk-faults";
import { freshbooksSdkSteps } from "./freshbooks-sdk-steps";
import { startReceiver } from "./receiver";
import type { Receiver } from "./receiver";
import { startRecorder } from "./recorder";
import type { Exchange, Recorder } from "./recorder";

/*
 * Two clients that share no code with the sandbox drive it through every operation the product uses: FreshBooks' own
 * SDK, which also fills the books, and the product's client. There is no OpenAPI file of FreshBooks to hold them to.
 */
const SCOPES = ["clients", "invoices", "payments", "credit_notes"].flatMap((noun) => [
  `user:${noun}:read`,
  `user:${noun}:write`,
]);

const deps = { clock: systemClock, log: createLogger("silent") };

let sandbox: Sandbox;
let receiver: Receiver;
let sdkSide: Recorder;
let productSide: Recorder;
let sdk: Client;
let product: FreshbooksClient;
let books: Books;
const made = new Set<string>();
let unexplained = 0;

async function authorized(): Promise<Client> {
  const { redirectUri } = freshbooksApp(sdkSide);
  const client = freshbooksSdk(sdkSide.url, redirectUri);
  const { pathname, search } = new URL(client.getAuthRequestUrl(["user:profile:read", ...SCOPES]));
  const { code } = await allowConsent(`${sdkSide.url}${pathname}${search}`);
  await client.getAccessToken(code);
  return client;
}

async function productGrant() {
  const { code } = await allowConsent(freshbooksConsentUrl(productSide, "state"));
  return productOauth.exchangeCode(freshbooksApp(productSide), deps, code);
}

beforeAll(async () => {
  sandbox = await startSandbox();
  receiver = await startReceiver();
  sdkSide = await startRecorder(sandbox.freshbooks.url);
  productSide = await startRecorder(sandbox.freshbooks.url);
  sdk = await authorized();
  const stand = { sdk, receiver };
  const invoiceId = await newInvoice(stand);
  books = {
    clientId: await newClient(stand),
    invoiceId,
    paymentId: await newPayment(stand, invoiceId),
    creditNoteId: await newCreditNote(stand),
    hookUrl: `${receiver.url}/product`,
    verifierFor: (id) => receiver.verifierFor(id),
  };
  const { accessToken } = await productGrant();
  product = createFreshbooksClient({ ...callDeps(accessToken), accountId: ACCOUNT });
});

function callDeps(accessToken: string) {
  return { baseUrl: productSide.url, accessToken: () => Promise.resolve(accessToken), ...deps };
}

afterAll(async () => {
  await Promise.all([sdkSide.stop(), productSide.stop(), receiver.stop()]);
  await sandbox.stop();
});

afterEach(({ task }) => {
  if (task.result?.state === "fail") unexplained += 1;
});

const isForm = ({ requestHeaders }: Exchange) =>
  requestHeaders.get("content-type")?.includes("form") === true;

/** What kind of call a body makes of one address: which grant, or which change of a callback. */
function kindOf(exchange: Exchange): string {
  const { path, requestText } = exchange;
  if (path.endsWith("/token")) {
    const grant = isForm(exchange)
      ? new URLSearchParams(requestText).get("grant_type")
      : /"grant_type":"(\w+)"/.exec(requestText)?.[1];
    return ` (${String(grant)})`;
  }
  const change = /^\{"callback":\{"(verifier|resend)"/.exec(requestText)?.[1];
  return change === undefined ? "" : ` (${change})`;
}

function operationOf(exchange: Exchange): string {
  const path = exchange.path
    .replace(/\/account\/[^/]+/, "/account/{account}")
    .replace(/\/\d+(?=\/|$)/g, "/{id}")
    .replace(/\/$/, "");
  return `${exchange.method} ${path}${kindOf(exchange)}`;
}

function operationsOf(recorder: Recorder): Set<string> {
  return new Set(recorder.exchanges.map(operationOf));
}

const sdkOauthSteps = {
  "GET /oauth/authorize, POST /auth/oauth/token (authorization_code)": async () => {
    const own = await authorized();
    expect(own.accessTokenExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 42_000_000);
  },
  "POST /auth/oauth/token (refresh_token)": async () => {
    const own = await authorized();
    const before = own.refreshToken;
    const tokens = await own.refreshAccessToken();
    expect(tokens?.refreshToken).not.toBe(before);
    expect((await own.users.me()).ok).toBe(true);
  },
};

const sdkSteps = freshbooksSdkSteps.map((step) => [step.operation, step] as const);

describe("the official FreshBooks SDK drives the sandbox", () => {
  it.each(Object.entries(sdkOauthSteps))("%s", async (_, run) => {
    await run();
    sdk = await authorized();
  });

  it.each(sdkSteps)("%s", async (operation, { run, expected }) => {
    expect({ seen: await run({ sdk, receiver }) }).toMatchObject({ seen: expected });
    expect(operationsOf(sdkSide)).toContain(operation);
  });

  it("understands refusals", async () => {
    await expect(sdk.clients.single(ACCOUNT, "1")).rejects.toMatchObject({ statusCode: "404" });
    const nameless = sdk.clients.create({ note: "nameless" }, ACCOUNT);
    await expect(nameless).rejects.toMatchObject({ statusCode: "422", errors: [{ errorCode: 7012 }] });
  });
});

const productOauthSteps = {
  authorizeUrl: () => allowConsent(freshbooksConsentUrl(productSide, "state")),
  exchangeCode: () => productGrant(),
  refresh: async () => {
    const { refreshToken } = await productGrant();
    const again = await productOauth.refresh(freshbooksApp(productSide), deps, refreshToken);
    expect(again.refreshToken).not.toBe(refreshToken);
  },
  revoke: async () => {
    const { accessToken } = await productGrant();
    await productOauth.revoke(freshbooksApp(productSide), deps, accessToken);
    await expect(fetchIdentity(callDeps(accessToken))).rejects.toMatchObject({ status: 401 });
  },
} satisfies Record<keyof typeof productOauth, () => Promise<unknown>>;

/** What the SDK has no call for: listed among its known faults. */
const NOT_IN_SDK = "POST /auth/oauth/revoke";

describe("the product's client drives the sandbox", () => {
  it.each(Object.entries(productOauthSteps))("%s", async (_, run) => {
    await run();
    const { accessToken } = await productGrant();
    product = createFreshbooksClient({ ...callDeps(accessToken), accountId: ACCOUNT });
  });

  it("fetchIdentity", async () => {
    const { accessToken } = await productGrant();
    expect((await fetchIdentity(callDeps(accessToken))).businesses[0]).toMatchObject({ accountId: ACCOUNT });
    product = createFreshbooksClient({ ...callDeps(accessToken), accountId: ACCOUNT });
  });

  it.each(Object.entries(everyFreshbooksCall))("%s", async (method, run) => {
    const before = productSide.exchanges.length;
    expect(await run(product, books)).not.toBeNull();
    const statuses = productSide.exchanges.slice(before).map(({ status }) => status);
    expect(statuses.length).toBeGreaterThan(0);
    expect(statuses).toEqual(statuses.map(() => 200));
    made.add(method);
  });

  it("has no method and no OAuth call that was not made", () => {
    expect(Object.keys(product).toSorted()).toEqual([...made].toSorted());
    expect(Object.keys(productOauth).toSorted()).toEqual(Object.keys(productOauthSteps).toSorted());
  });

  it("uses no operation that the official SDK was not driven through, but for the one it lacks", () => {
    const bySdk = operationsOf(sdkSide);
    const left = [...operationsOf(productSide)].filter((operation) => !bySdk.has(operation));
    expect(left).toEqual([NOT_IN_SDK]);
  });
});

const sdkFaults = freshbooksSdkFaults.map((fault) => [`${fault.name} (${fault.source})`, fault] as const);

describe("known faults of the official SDK, still there", () => {
  it.each(sdkFaults)("%s", async (_, { look, found }) => {
    const own = await authorized();
    const sent = (method: string, path: RegExp) =>
      sdkSide.exchanges.filter((exchange) => exchange.method === method && path.test(exchange.path));
    const patient = freshbooksSdk(sdkSide.url, own.redirectUri ?? "", "by itself");
    patient.accessToken = own.accessToken ?? "";
    const { control } = sandbox.freshbooks;
    const answerWrongly = (answer: Parameters<typeof control.addFault>[0]) => void control.addFault(answer);
    expect(await look({ sdk: own, receiver, patient, sent, answerWrongly })).toEqual(found);
  });
});

it("counts operations, clients and deviations", () => {
  const operations = operationsOf(productSide).size;
  const expected = freshbooksSdkFaults.length;
  say(
    `freshbooks: ${operations} operations × 2 clients, ${expected} expected deviations, ${unexplained} unexplained`,
  );
  expect({ unexplained, isMuch: operations >= 16 }).toEqual({ unexplained: 0, isMuch: true });
});
