import { Client } from "@freshbooks/api";
import { SearchQueryBuilder } from "@freshbooks/api/dist/models/builders/SearchQueryBuilder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { REDIRECT_URI, decide } from "../testing/consent";
import { eventually } from "../testing/eventually";
import { startReceiver } from "../testing/receiver";

/*
 * The official Node SDK as a client that knows nothing of this stand-in. Where it is known to err (facts §10), the
 * error is what is expected here.
 */
const ACCOUNT = "aB3dE9";

let sandbox: Sandbox;
let sdk: Client;

beforeAll(async () => {
  sandbox = await startSandbox();
  const { url } = sandbox.freshbooks;
  sdk = new Client("sandbox-freshbooks", {
    clientSecret: "sandbox-freshbooks-secret",
    redirectUri: REDIRECT_URI,
    apiUrl: url,
    retryOptions: { retries: 0 },
  });
  const asked = new URL(
    sdk.getAuthRequestUrl(["user:clients:read", "user:clients:write", "user:invoices:read"]),
  );
  asked.searchParams.delete("scope");
  const location = await decide(`${url}${asked.pathname}`, Object.fromEntries(asked.searchParams));
  await sdk.getAccessToken(location.searchParams.get("code") ?? "");
});
afterAll(() => sandbox.stop());

async function newClient(organization: string): Promise<string> {
  const made = await sdk.clients.create({ organization, email: "sdk@acme.example" }, ACCOUNT);
  return String(made.data?.id);
}

describe("the official FreshBooks SDK", () => {
  it("reads the identity and its businesses, and takes a null account for an empty text (known fault)", async () => {
    const { ok, data } = await sdk.users.me();
    expect(ok).toBe(true);
    expect(data?.businessMemberships?.map(({ business }) => business.accountId)).toEqual([
      ACCOUNT,
      "Zz9Yy8",
      "",
    ]);
  });

  it("refreshes its token", async () => {
    const before = sdk.refreshToken;
    const tokens = await sdk.refreshAccessToken();
    expect(tokens?.refreshToken).not.toBe(before);
    expect(tokens?.accessTokenExpiresAt.getTime()).toBeGreaterThan(Date.now() + 42_000_000);
    expect((await sdk.users.me()).ok).toBe(true);
  });

  it("loses the reason of a spent refresh token (known fault)", async () => {
    const spent = sdk.refreshToken ?? "";
    await sdk.refreshAccessToken();
    await expect(sdk.refreshAccessToken(spent)).rejects.toThrow("Bad Request");
  });

  it("creates, reads, lists, updates and deletes clients", async () => {
    const id = await newClient("Acme GmbH");
    const read = await sdk.clients.single(ACCOUNT, id);
    expect(read.data).toMatchObject({ organization: "Acme GmbH", visState: 0, role: "client" });
    await sdk.clients.update({ note: "changed" }, ACCOUNT, id);
    const search = new SearchQueryBuilder().equals("userid", Number(id));
    const list = await sdk.clients.list(ACCOUNT, [search]);
    expect(list.data?.clients.map(({ note }) => note)).toEqual(["changed"]);
    expect(list.data?.pages).toEqual({ total: 1, size: 15, pages: 1, page: 1 });
    const deleted = await sdk.clients.delete(ACCOUNT, id);
    expect(deleted.data?.visState).toBe(1);
  });

  it("walks an invoice from draft to paid", async () => {
    const customerId = Number(await newClient("Beta"));
    const made = await sdk.invoices.create(
      {
        customerId,
        createDate: new Date("2026-11-02T12:00:00Z"),
        dueOffsetDays: 3650,
        currencyCode: "USD",
        lines: [{ name: "Work", qty: 2, unitCost: { amount: "10.55", code: "USD" } }],
      },
      ACCOUNT,
    );
    const id = String(made.data?.id);
    expect(made.data).toMatchObject({ v3Status: "draft", displayStatus: "draft", paymentStatus: "unpaid" });
    await sdk.invoices.update(ACCOUNT, id, { actionMarkAsSent: true });
    const sent = await sdk.invoices.single(ACCOUNT, id);
    expect(sent.data).toMatchObject({ v3Status: "sent", outstanding: { amount: "21.10", code: "USD" } });
    const payment = await sdk.payments.create(ACCOUNT, {
      invoiceId: id,
      amount: { amount: "21.10", code: "USD" },
      date: new Date("2026-11-10T12:00:00Z"),
    });
    expect(payment.data).toMatchObject({ type: "Other", visState: 0 });
    const paid = await sdk.invoices.single(ACCOUNT, id);
    expect(paid.data).toMatchObject({
      v3Status: "paid",
      paymentStatus: "paid",
      outstanding: { amount: "0.00" },
    });
    const link = await sdk.invoices.shareLink(ACCOUNT, id);
    expect(JSON.stringify(link.data)).toMatch(/"shareLink":"http:\/\/127\.0\.0\.1:\d+\/view\//);
    const payments = await sdk.payments.list(ACCOUNT);
    expect(payments.data?.payments).toHaveLength(1);
    await sdk.payments.delete(ACCOUNT, String(payment.data?.id));
    expect((await sdk.invoices.single(ACCOUNT, id)).data).toMatchObject({ v3Status: "sent" });
    await sdk.invoices.delete(ACCOUNT, id);
    expect((await sdk.invoices.list(ACCOUNT)).data?.invoices).toEqual([]);
  });

  it("registers, verifies, resends, updates and deletes a callback", async () => {
    const receiver = await startReceiver();
    try {
      const made = await sdk.callbacks.create(
        { event: "invoice.create", uri: `${receiver.url}/hook` },
        ACCOUNT,
      );
      const id = String(made.data?.callbackId);
      expect(made.data?.verified).toBe(false);
      const post = await eventually(() => receiver.received[0], "the handshake");
      const verified = await sdk.callbacks.verify(ACCOUNT, id, post.form.get("verifier") ?? "");
      expect(verified.data?.verified).toBe(true);
      await sdk.callbacks.resendVerification(ACCOUNT, id);
      await eventually(() => receiver.received[1], "the second handshake");
      await sdk.callbacks.update({ event: "invoice", uri: `${receiver.url}/hook` }, ACCOUNT, id);
      expect((await sdk.callbacks.single(ACCOUNT, id)).data?.event).toBe("invoice");
      expect((await sdk.callbacks.list(ACCOUNT)).data?.callbacks).toHaveLength(1);
      await sdk.callbacks.delete(ACCOUNT, id);
      expect((await sdk.callbacks.list(ACCOUNT)).data?.callbacks).toEqual([]);
    } finally {
      await receiver.stop();
    }
  });

  it("understands refusals", async () => {
    await expect(sdk.clients.single(ACCOUNT, "1")).rejects.toMatchObject({ statusCode: "404" });
    await expect(sdk.clients.create({ note: "nameless" }, ACCOUNT)).rejects.toMatchObject({
      statusCode: "422",
    });
  });
});
