import { randomInt } from "node:crypto";

import { expect, type APIRequestContext } from "@playwright/test";

import { test } from "./fixtures";
import { invoiceEvent, listCallbacks, signatureOf, type Callback } from "./support/callbacks";
import { chooseBusiness, connectVendor } from "./support/connect-workspace";
import type { VendorSide } from "./support/vendor-side";

/** An id that no invoice of the sandbox has. */
function unheardOf(): string {
  return String(randomInt(5_000_000, 9_999_999));
}

async function deliver(
  request: APIRequestContext,
  uri: string,
  form: Record<string, string>,
  signature?: string,
) {
  const headers = signature === undefined ? {} : { "x-freshbooks-hmac-sha256": signature };
  return (await request.post(uri, { form, headers })).status();
}

async function invoiceCallbacks(freshbooksUrl: string, side: VendorSide): Promise<readonly Callback[]> {
  const callbacks = await listCallbacks(freshbooksUrl, side);
  return callbacks.filter(({ event }) => event === "invoice");
}

test("a delivery is believed for its own signature alone", async ({ request, stack, account, connected }) => {
  const seen = async (search: string) => {
    const { rows } = await account.api.records.list.query({ workspace: connected.slug, search });
    return rows.length;
  };
  const targets = await invoiceCallbacks(stack.freshbooksUrl, account.side);
  const others = (await listCallbacks(stack.freshbooksUrl, account.side)).filter(
    ({ event }) => event === "client",
  );
  expect(targets.length).toBeGreaterThan(0);
  const [other] = others;
  const forged = invoiceEvent(unheardOf(), account.side);
  for (const { uri, verifier } of targets) {
    const signature = signatureOf(forged, verifier);
    const changed = { ...forged, object_id: unheardOf() };
    expect(await deliver(request, uri, forged), "unsigned").toBe(401);
    expect(await deliver(request, uri, forged, "not base64"), "malformed").toBe(401);
    expect(await deliver(request, uri, forged, signatureOf(forged, "guess")), "guessed").toBe(401);
    expect(await deliver(request, uri, changed, signature), "changed after signing").toBe(401);
    expect(await deliver(request, uri, forged, signatureOf(forged, other?.verifier ?? "")), "another's").toBe(
      401,
    );
  }

  const genuine = invoiceEvent(unheardOf(), account.side);
  for (const { uri, verifier } of targets) {
    expect(await deliver(request, uri, genuine, signatureOf(genuine, verifier)), "signed").toBe(204);
  }
  await expect.poll(() => seen(genuine["object_id"] ?? "")).toBe(1);
  expect(await seen(forged["object_id"] ?? "")).toBe(0);
});

test("the door refuses what is no delivery", async ({ request, stack, account, workspace }) => {
  await connectVendor(stack.appUrl, account, workspace, "freshbooks");
  await chooseBusiness(account, workspace);
  const [callback] = await invoiceCallbacks(stack.freshbooksUrl, account.side);
  const uri = callback?.uri ?? "";
  const form = invoiceEvent(unheardOf(), account.side);
  const signature = signatureOf(form, callback?.verifier ?? "");
  const headers = { "x-freshbooks-hmac-sha256": signature };

  const unknown = new URL("/api/webhooks/freshbooks/no-such-key", stack.appUrl).href;
  expect(await deliver(request, unknown, form, signature)).toBe(404);
  expect((await request.post(uri, { headers, data: form })).status(), "JSON").toBe(415);
  const long = { ...form, filler: "x".repeat(64 * 1024) };
  expect((await request.post(uri, { headers, form: long })).status(), "over 64 KiB").toBe(413);
  expect((await request.get(uri)).status(), "GET").toBe(405);
  expect(await deliver(request, uri, form, signature), "the same, unspoilt").toBe(204);
});
