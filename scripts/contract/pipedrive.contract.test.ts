import { OAuth2Configuration } from "pipedrive/v2";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { systemClock } from "@/server/lib/clock";
import { createLogger } from "@/server/lib/log";
import { everyPipedriveCall } from "@/server/testing/every-pipedrive-call";
import { allowConsent } from "@/server/testing/press-consent";
import { pipedriveApp, pipedriveConsentUrl } from "@/server/testing/vendor-grants";
import { createPipedriveClient } from "@/server/vendors/pipedrive/client";
import type { PipedriveClient } from "@/server/vendors/pipedrive/client";
import { openGate } from "@/server/vendors/pipedrive/gate";
import * as productOauth from "@/server/vendors/pipedrive/oauth";

import { say } from "../lib/say";
import { sayAbsent } from "../openapi/absent";
import { answerDeviations } from "../openapi/answer-deviations";
import { answerMistakes } from "../openapi/answer-mistakes";
import { customFieldsSchema } from "../openapi/custom-fields-schema";
import { createJudge } from "../openapi/deviations";
import { requestMistakes } from "../openapi/request-mistakes";
import { findRoute } from "../openapi/route-of";
import type { Schema } from "../openapi/schema";
import { readSpecification } from "../openapi/specification";
import { pipedriveSdk } from "./pipedrive-sdk";
import type { PipedriveSdk } from "./pipedrive-sdk";
import { pipedriveSdkFaults } from "./pipedrive-sdk-faults";
import { pipedriveSdkSteps } from "./pipedrive-sdk-steps";
import { startRecorder } from "./recorder";
import type { Exchange, Recorder } from "./recorder";

/*
 * Two clients that share no code with the sandbox drive it through every operation the product uses: Pipedrive's own
 * SDK, and the product's client. Everything that goes over the wire is then held against Pipedrive's OpenAPI files.
 */
const specification = readSpecification();
const judge = createJudge(answerDeviations);
const deps = { clock: systemClock, log: createLogger("silent") };

let sandbox: Sandbox;
let sdkSide: Recorder;
let productSide: Recorder;
let sdk: PipedriveSdk;
let product: PipedriveClient;
const WINDOW_MS = 3000;
let unexplained = 0;
/** What each method of the product's client sent. */
const sentBy = new Map<string, readonly Exchange[]>();

function sdkOauth(): OAuth2Configuration {
  const { clientId, clientSecret, redirectUri } = pipedriveApp(sdkSide);
  return new OAuth2Configuration({ clientId, clientSecret, redirectUri, host: sdkSide.url });
}

async function authorized(): Promise<OAuth2Configuration> {
  const oauth = sdkOauth();
  const { code } = await allowConsent(oauth.authorizationUrl);
  await oauth.authorize(code);
  return oauth;
}

async function productGrant(): Promise<productOauth.PipedriveGrant> {
  const { code } = await allowConsent(pipedriveConsentUrl(productSide, "state"));
  return productOauth.exchangeCode(pipedriveApp(productSide), deps, code);
}

beforeAll(async () => {
  sandbox = await startSandbox();
  sdkSide = await startRecorder(sandbox.pipedrive.url);
  productSide = await startRecorder(sandbox.pipedrive.url);
  sdk = pipedriveSdk(sdkSide.url, await (await authorized()).getAccessToken());
  const { accessToken } = await productGrant();
  product = createPipedriveClient({
    apiBaseUrl: productSide.url,
    accessToken: () => Promise.resolve(accessToken),
    gate: openGate,
    ...deps,
  });
});

// So many calls are allowed in two seconds (facts §6): each test begins with a window of its own.
beforeEach(() => {
  sandbox.pipedrive.control.advanceClock(WINDOW_MS);
});

afterEach(({ task }) => {
  if (task.result?.state === "fail") unexplained += 1;
});

afterAll(async () => {
  await Promise.all([sdkSide.stop(), productSide.stop()]);
  await sandbox.stop();
});

/** The operation of a call as the files write it: `PATCH /api/v2/deals/{id}`. Calls of OAuth are told by their grant. */
function operationOf({ method, path, requestText }: Exchange): string {
  const grant = new URLSearchParams(requestText).get("grant_type");
  if (path.startsWith("/oauth/")) return `${method} ${path}${grant === null ? "" : ` (${grant})`}`;
  return `${method} ${path.replace(/\/\d+(?=\/|$)/g, "/{id}").replace(/\/[0-9a-f]{40}(?=\/|$)/g, "/{field_code}")}`;
}

function operationsOf(recorder: Recorder): Set<string> {
  return new Set(recorder.exchanges.map(operationOf));
}

const sdkOauthSteps = {
  "GET /oauth/authorize, POST /oauth/token (authorization_code)": async () => {
    const oauth = await authorized();
    expect(oauth.basePath).toBe(`${sdkSide.url}/api/v2`);
  },
  "POST /oauth/token (refresh_token)": async () => {
    const oauth = await authorized();
    const [first, second] = [await oauth.tokenRefresh(), await oauth.tokenRefresh()];
    expect(second.refresh_token).toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
  },
  "POST /oauth/revoke": async () => {
    const oauth = await authorized();
    await oauth.revokeToken("refresh_token");
    await expect(oauth.tokenRefresh()).rejects.toMatchObject({ error: "invalid_grant" });
  },
};

const sdkSteps = pipedriveSdkSteps.map((step) => [step.operation, step] as const);

describe("the official Pipedrive SDK drives the sandbox", () => {
  it.each(Object.entries(sdkOauthSteps))("%s", async (_, run) => {
    await run();
  });

  it.each(sdkSteps)("%s", async (operation, { run, expected }) => {
    const advanceClock = (ms: number) => sandbox.pipedrive.control.advanceClock(ms);
    expect(await run(sdk, advanceClock)).toMatchObject(expected);
    expect(operationsOf(sdkSide)).toContain(operation);
  });
});

const productOauthSteps = {
  authorizeUrl: () => allowConsent(pipedriveConsentUrl(productSide, "state")),
  exchangeCode: () => productGrant(),
  refresh: async () => {
    const { refreshToken } = await productGrant();
    const again = await productOauth.refresh(pipedriveApp(productSide), deps, refreshToken);
    expect(again.refreshToken).toBe(refreshToken);
  },
  revoke: async () => {
    const { refreshToken } = await productGrant();
    await productOauth.revoke(pipedriveApp(productSide), deps, refreshToken);
    await expect(productOauth.refresh(pipedriveApp(productSide), deps, refreshToken)).rejects.toMatchObject({
      kind: "auth",
    });
  },
} satisfies Record<keyof typeof productOauth, () => Promise<unknown>>;

const calls = Object.entries(everyPipedriveCall);
/** The one thing the client knows without a call. */
const ASKS_NOBODY = "clockBehindMs";

describe("the product's client drives the sandbox", () => {
  it.each(Object.entries(productOauthSteps))("%s", async (_, run) => {
    await run();
  });

  it.each(calls)("%s", async (method, run) => {
    const before = productSide.exchanges.length;
    expect(await run(product)).not.toBeNull();
    const exchanges = productSide.exchanges.slice(before);
    sentBy.set(method, exchanges);
    expect(exchanges.map(({ status }) => status)).toEqual(exchanges.map(() => 200));
  });

  it("has no method and no OAuth call that was not made", () => {
    const all = Object.keys(product).filter((method) => method !== ASKS_NOBODY);
    expect(all.toSorted()).toEqual([...sentBy.keys()].toSorted());
    expect(Object.keys(productOauth).toSorted()).toEqual(Object.keys(productOauthSteps).toSorted());
  });

  it("uses no operation that the official SDK was not driven through", () => {
    const bySdk = operationsOf(sdkSide);
    expect([...operationsOf(productSide)].filter((operation) => !bySdk.has(operation))).toEqual([]);
  });
});

function bodyOf({ answerText }: Exchange): unknown {
  const body: unknown = JSON.parse(answerText);
  return body;
}

describe("what went over the wire, by Pipedrive's OpenAPI files", () => {
  if (specification === null) {
    it.skip(sayAbsent("pipedrive: answers and requests"), () => undefined);
    return;
  }

  function expectExplained(operation: string, mistakes: readonly string[]) {
    expect(judge.unexplained(operation, [...new Set(mistakes)])).toEqual([]);
  }

  it.each(sdkSteps)("answers of %s", (operation) => {
    const specified = specification.get(operation);
    const exchanges = [...sdkSide.exchanges, ...productSide.exchanges].filter(
      (exchange) => operationOf(exchange) === operation,
    );
    expect(exchanges).not.toEqual([]);
    const mistakes = exchanges.flatMap((exchange) =>
      specified
        ? answerMistakes(specified, exchange.status, bodyOf(exchange))
        : ["operation is not specified"],
    );
    expectExplained(operation, mistakes);
  });

  let customFields: Schema = {};
  beforeAll(async () => {
    const fields = [...(await product.listFields("deal")), ...(await product.listFields("organization"))];
    customFields = customFieldsSchema(fields.filter(({ isCustom }) => isCustom));
  });

  it.each(calls)("requests of the product's %s", (method) => {
    const exchanges = sentBy.get(method) ?? [];
    expect(exchanges).not.toEqual([]);
    for (const exchange of exchanges) {
      const specified = findRoute(specification, exchange.method, exchange.path);
      const mistakes = specified
        ? requestMistakes(specified, exchange, customFields)
        : ["operation is not specified"];
      expectExplained(operationOf(exchange), mistakes);
    }
  });
});

const sdkFaults = pipedriveSdkFaults.map((fault) => [`${fault.name} (${fault.source})`, fault] as const);

describe("known faults of the official SDK, still there", () => {
  it.each(sdkFaults)("%s", async (_, { look, found }) => {
    const oauth = await authorized();
    const own = pipedriveSdk(sdkSide.url, await oauth.getAccessToken());
    const statusWith = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${sandbox.pipedrive.url}/api/v1/users/me`, { headers })).status;
    };
    const advanceClock = (ms: number) => sandbox.pipedrive.control.advanceClock(ms);
    expect(await look({ oauth, sdk: own, statusWith, advanceClock })).toEqual(found);
  });
});

it("counts operations, clients and deviations", () => {
  const operations = operationsOf(productSide);
  const seen = answerDeviations.length - judge.unused().length;
  const expected = pipedriveSdkFaults.length + seen;
  say(
    `pipedrive: ${operations.size} operations × 2 clients, ${expected} expected deviations, ${unexplained} unexplained`,
  );
  expect({ unexplained, isMuch: operations.size >= 23 }).toEqual({ unexplained: 0, isMuch: true });
});
