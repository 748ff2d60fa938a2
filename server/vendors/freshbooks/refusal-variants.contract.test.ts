import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { failureOf } from "@/server/testing/failure-of";
import { freshbooksVariants } from "@/server/testing/freshbooks-variants";
import { variantsOf } from "@/server/testing/variants";
import { grantFreshbooks } from "@/server/testing/vendor-grants";
import { turnSwitches } from "@/server/testing/vendor-switches";
import { systemClock } from "../../lib/clock";
import { createLogger } from "../../lib/log";
import { VendorError } from "../http/vendor-error";
import { createFreshbooksClient } from "./client";

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  token = (await grantFreshbooks(sandbox.freshbooks)).accessToken;
});

afterAll(() => sandbox.stop());

function clientWith(change: { accountId?: string; accessToken?: () => Promise<string> } = {}) {
  return createFreshbooksClient({
    baseUrl: sandbox.freshbooks.url,
    accountId: "aB3dE9",
    accessToken: () => Promise.resolve(token),
    clock: systemClock,
    log: createLogger("silent"),
    ...change,
  });
}

const idOf = (view: Record<string, unknown>) => String(view["id"]);
const byDefault = { name: "by default", switches: {} };

describe("what FreshBooks refuses, in whatever shape", () => {
  it.each([byDefault, ...variantsOf(freshbooksVariants, "refusals")])(
    "is known for what it is: $name",
    async ({ switches }) => {
      await turnSwitches(sandbox.freshbooks, switches);
      const client = clientWith();
      expect(await client.getInvoice("4242424")).toBeNull();
      expect(await client.getClient("4242424")).toBeNull();
      const elsewhere = clientWith({ accountId: "nOsUcH" });
      expect((await failureOf(VendorError, elsewhere.getInvoice("1"))).kind).toBe("forbidden");
      const stranger = clientWith({ accessToken: () => Promise.resolve("worn-out") });
      const refused = await failureOf(VendorError, stranger.getInvoice("1"));
      expect(refused).toMatchObject({ kind: "auth", status: 401 });
      const id = idOf(sandbox.freshbooks.control.createClient({ organization: "Acme GmbH" }));
      sandbox.freshbooks.control.deleteClient(Number(id));
      expect(await client.getClient(id)).toMatchObject({ visibility: "deleted" });
    },
  );

  it.each(variantsOf(freshbooksVariants, "refusals").filter(({ name }) => name.startsWith("unavailable")))(
    "is a refusal, and nothing that may pass, when the account lacks the feature: $name",
    async ({ switches }) => {
      await turnSwitches(sandbox.freshbooks, switches);
      const client = clientWith();
      const look = String(switches["unavailableFeatures"]).includes("payments")
        ? client.getPayment("1")
        : client.getCreditNote("1");
      expect(await failureOf(VendorError, look)).toMatchObject({ kind: "forbidden", code: "12001" });
    },
  );
});

describe("a FreshBooks that asks us to slow down", () => {
  it.each([byDefault, ...variantsOf(freshbooksVariants, "rates")])(
    "is heard, and answers again once the window is over: $name",
    async ({ switches }) => {
      await turnSwitches(sandbox.freshbooks, { rateLimitGeneral: 2, ...switches });
      const client = clientWith();
      const lists = () => client.listClients({ page: 1 });
      const outcomes = await Promise.allSettled([lists(), lists(), lists()]);
      const refusals: unknown[] = [];
      for (const outcome of outcomes) if (outcome.status === "rejected") refusals.push(outcome.reason);
      expect(refusals.length).toBeGreaterThan(0);
      for (const refusal of refusals) expect(refusal).toMatchObject({ kind: "rate_limited", status: 429 });
      sandbox.freshbooks.control.advanceClock(60_000);
      expect(await lists()).toMatchObject({ items: [] });
    },
  );
});
