import { createHmac } from "node:crypto";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, listAt, numberAt } from "../testing/call";
import type { Api } from "../testing/call";
import { freshBooksTokens } from "../testing/consent";
import { eventually } from "../testing/eventually";
import { startReceiver } from "../testing/receiver";
import type { Received, Receiver } from "../testing/receiver";

const BASE = "/events/account/aB3dE9/events/callbacks";

let sandbox: Sandbox;
let receiver: Receiver;
let client: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  receiver = await startReceiver();
  const { access } = await freshBooksTokens(sandbox.freshbooks.url, "user:invoices:read user:clients:read");
  client = api(sandbox.freshbooks.url, { authorization: `Bearer ${access}` });
});
afterEach(() => receiver.stop());

// The rule of facts §3.5 once more, written apart from the stand-in's own code.
function isSignedBy(post: Received, verifier: string): boolean {
  const json = JSON.stringify(Object.fromEntries(post.form)).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  // Values here hold neither quotes nor braces, so the separators can be widened outside of strings only.
  const widened = json.replace(/"((?:[^"\\]|\\.)*)"([:,]?)/g, (_all, text: string, mark: string) =>
    mark === "" ? `"${text}"` : `"${text}"${mark} `,
  );
  return createHmac("sha256", verifier).update(widened).digest("base64") === post.signature;
}

async function create(event: string, path = "/hook"): Promise<number> {
  const answer = await client.post(BASE, { callback: { event, uri: `${receiver.url}${path}` } });
  expect(answer.status).toBe(200);
  return numberAt(answer.body, "response.result.callback.callbackid");
}

async function arrived(name: string, count = 1): Promise<readonly Received[]> {
  return eventually(() => {
    const found = receiver.received.filter((post) => post.form.get("name") === name);
    return found.length >= count ? found : undefined;
  }, `${count} × ${name}`);
}

async function subscribe(event: string): Promise<{ readonly id: number; readonly verifier: string }> {
  const id = await create(event);
  const handshakes = await eventually(() => {
    const found = receiver.received.filter((post) => post.form.get("object_id") === String(id));
    return found.length > 0 ? found : undefined;
  }, "the handshake");
  const verifier = handshakes[0]?.form.get("verifier") ?? "";
  const answer = await client.put(`${BASE}/${id}`, { callback: { verifier } });
  expect(at(answer.body, "response.result.callback.verified")).toBe(true);
  return { id, verifier };
}

function newInvoice(): number {
  const { control } = sandbox.freshbooks;
  const made = control.createClient({ organization: "Acme" });
  return numberAt(control.createInvoice({ customerid: made["id"], amount: "10.00" }), "id");
}

describe("the handshake", () => {
  it("comes after the answer by default, signed under its own verifier, with the callback's id", async () => {
    const id = await create("invoice.create");
    const [post] = await arrived("callback.verify");
    expect(post?.form.get("object_id")).toBe(String(id));
    expect([...(post?.form.keys() ?? [])]).toEqual([
      "user_id",
      "name",
      "verifier",
      "object_id",
      "account_id",
      "system",
    ]);
    expect(post !== undefined && isSignedBy(post, post.form.get("verifier") ?? "")).toBe(true);
  });

  it("can come before the answer", async () => {
    sandbox.freshbooks.control.setSwitches({ handshake: "before" });
    await create("invoice.create");
    expect(receiver.received.map((post) => post.form.get("name"))).toEqual(["callback.verify"]);
  });

  it("is refused with a wrong verifier, and never shows the right one", async () => {
    const id = await create("invoice");
    await arrived("callback.verify");
    const wrong = await client.put(`${BASE}/${id}`, { callback: { verifier: "wrong" } });
    expect([wrong.status, at(wrong.body, "errno")]).toEqual([422, 422]);
    const read = await client.get(`${BASE}/${id}`);
    expect(at(read.body, "response.result.callback.verified")).toBe(false);
    expect(read.text).not.toContain("verifier");
  });

  it("is sent again on resend, with the same verifier or a new one", async () => {
    const id = await create("invoice");
    const [first] = await arrived("callback.verify");
    await client.put(`${BASE}/${id}`, { callback: { resend: true } });
    const [, second] = await arrived("callback.verify", 2);
    expect(second?.form.get("verifier")).toBe(first?.form.get("verifier"));
    sandbox.freshbooks.control.setSwitches({ verifierOnResend: "new" });
    await client.put(`${BASE}/${id}`, { callback: { resend: true } });
    const [, , third] = await arrived("callback.verify", 3);
    expect(third?.form.get("verifier")).not.toBe(first?.form.get("verifier"));
  });
});

describe("deliveries", () => {
  it("reach a verified callback, signed in the order sent", async () => {
    const { verifier } = await subscribe("invoice.create");
    const invoiceId = newInvoice();
    const [post] = await arrived("invoice.create");
    expect(post?.raw).toBe(
      `name=invoice.create&object_id=${invoiceId}&user_id=1&identity_id=770001&business_id=550001&account_id=aB3dE9`,
    );
    expect(post !== undefined && isSignedBy(post, verifier)).toBe(true);
  });

  it("never reach an unverified callback", async () => {
    await create("invoice");
    await arrived("callback.verify");
    await subscribe("client");
    newInvoice();
    await arrived("client.create");
    expect(receiver.received.filter((post) => post.form.get("name") === "invoice.create")).toEqual([]);
  });

  it("of a bare noun are all its verbs, and no others", async () => {
    await subscribe("invoice");
    const id = newInvoice();
    sandbox.freshbooks.control.markAsSent(id);
    sandbox.freshbooks.control.recordPayment(id, { amount: "1.00" });
    sandbox.freshbooks.control.deleteInvoice(id);
    await arrived("invoice.delete");
    await arrived("invoice.create");
    await arrived("invoice.update");
    const names = receiver.received
      .map((post) => post.form.get("name"))
      .filter((name) => name !== "callback.verify");
    expect([...names].sort()).toEqual(["invoice.create", "invoice.delete", "invoice.update"]);
  });

  it("say nothing when an invoice is viewed or falls due", async () => {
    const { id } = await subscribe("invoice");
    const invoice = newInvoice();
    sandbox.freshbooks.control.markAsSent(invoice);
    await arrived("invoice.update");
    sandbox.freshbooks.control.viewInvoice(invoice);
    sandbox.freshbooks.control.letFallDue(invoice);
    sandbox.freshbooks.control.deleteInvoice(invoice);
    const log = await eventually(() => {
      const entries = sandbox.freshbooks.control.state().deliveries.filter((one) => one.callbackid === id);
      return entries.some(({ event }) => event === "invoice.delete") ? entries : undefined;
    }, "the last delivery in the log");
    expect(log.map(({ event }) => event).sort()).toEqual([
      "callback.verify",
      "invoice.create",
      "invoice.delete",
      "invoice.update",
    ]);
  });

  it("are tried again with growing gaps until one is answered with 2xx", async () => {
    sandbox.freshbooks.control.setSwitches({ retryGapsMs: [1, 2, 3] });
    const { id } = await subscribe("client");
    receiver.answers.push(500, 302, 200);
    sandbox.freshbooks.control.createClient({ organization: "Acme" });
    await arrived("client.create", 3);
    const log = await eventually(() => {
      const found = sandbox.freshbooks.control
        .state()
        .deliveries.filter((entry) => entry.event === "client.create");
      return found.length === 3 ? found : undefined;
    }, "three tries in the log");
    expect(log).toMatchObject([
      { callbackid: id, status: 500, attempt: 1 },
      { callbackid: id, status: 302, attempt: 2 },
      { callbackid: id, status: 200, attempt: 3 },
    ]);
  });

  it("are dropped in the end, and many drops disable the callback", async () => {
    sandbox.freshbooks.control.setSwitches({ retryGapsMs: [1], disableAfterDrops: 2 });
    const { id } = await subscribe("client");
    receiver.answers.push(500, 500, 500, 500);
    sandbox.freshbooks.control.createClient({ organization: "A" });
    sandbox.freshbooks.control.createClient({ organization: "B" });
    await eventually(() => {
      const callback = sandbox.freshbooks.control.state().callbacks.find((one) => one["callbackid"] === id);
      return callback?.["verified"] === false ? true : undefined;
    }, "the callback to be disabled");
  });

  it("can be doubled, lost and reordered on command", async () => {
    await subscribe("client");
    const { control } = sandbox.freshbooks;
    control.setSwitches({ dropNext: 1 });
    control.createClient({ organization: "lost" });
    control.setSwitches({ duplicateNext: 1 });
    const doubled = String(control.createClient({ organization: "doubled" })["id"]);
    const posts = await arrived("client.create", 2);
    expect(posts.map((post) => post.form.get("object_id"))).toEqual([doubled, doubled]);
    control.setSwitches({ reorderNext: 2 });
    const first = String(control.createClient({ organization: "first" })["id"]);
    expect(receiver.received.filter((post) => post.form.get("name") === "client.create")).toHaveLength(2);
    const second = String(control.createClient({ organization: "second" })["id"]);
    const reordered = (await arrived("client.create", 4)).slice(2);
    expect(reordered.map((post) => post.form.get("object_id"))).toEqual([second, first]);
  });
});

describe("registration", () => {
  it("lists, filters, changes and deletes", async () => {
    const first = await create("invoice.create");
    await create("client");
    const list = await client.get(`${BASE}?search[event]=invoice.create`);
    expect(at(list.body, "response.result")).toMatchObject({ page: 1, pages: 1, per_page: 15, total: 1 });
    expect(listAt(list.body, "response.result.callbacks")).toHaveLength(1);
    await client.put(`${BASE}/${first}`, {
      callback: { event: "invoice.update", uri: `${receiver.url}/other` },
    });
    const read = await client.get(`${BASE}/${first}`);
    expect(at(read.body, "response.result.callback")).toMatchObject({
      event: "invoice.update",
      verified: false,
    });
    expect((await client.del(`${BASE}/${first}`)).body).toEqual({});
    const gone = await client.get(`${BASE}/${first}`);
    expect(gone.body).toEqual({ errno: 404, message: "Requested resource could not be found." });
  });

  it("refuses unknown events and addresses in the events family's own shape", async () => {
    const answer = await client.post(BASE, { callback: { event: "invoice.overdue", uri: "not-a-url" } });
    expect(answer.status).toBe(422);
    expect(at(answer.body, "details")).toEqual([
      "event: Value error, Unrecognized event.",
      "uri: Input should be a valid URL, relative URL without a base",
    ]);
  });

  it("needs a token, and the noun's read scope", async () => {
    const stranger = await api(sandbox.freshbooks.url).get(BASE);
    expect([stranger.status, at(stranger.body, "errno")]).toEqual([401, 401]);
    const answer = await client.post(BASE, { callback: { event: "payment.create", uri: receiver.url } });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("Required: ['user:payments:read']");
  });
});
