import { createHmac } from "node:crypto";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { at, call, listAt, numberAt } from "../testing/call";
import { eventually } from "../testing/eventually";
import { startReceiver } from "../testing/receiver";
import type { Received, Receiver } from "../testing/receiver";

let sandbox: Sandbox;
let receiver: Receiver;
let books: BooksApi;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  receiver = await startReceiver();
  books = await openBooks(sandbox);
});
afterEach(() => receiver.stop());

function set(patch: Parameters<Sandbox["freshbooks"]["control"]["setSwitches"]>[0]): void {
  sandbox.freshbooks.control.setSwitches(patch);
}

function posts(name: string): readonly Received[] {
  return receiver.received.filter((post) => post.form.get("name") === name);
}

async function arrived(name: string, count = 1): Promise<readonly Received[]> {
  return eventually(() => (posts(name).length >= count ? posts(name) : undefined), `${count} × ${name}`);
}

async function logged(event: string, count: number) {
  return eventually(() => {
    const entries = sandbox.freshbooks.control.state().deliveries.filter((entry) => entry.event === event);
    return entries.length >= count ? entries : undefined;
  }, `${count} × ${event} in the log`);
}

async function register(event: string, path = "/hook") {
  return books.post(books.callbacks, { callback: { event, uri: `${receiver.url}${path}` } });
}

async function create(event: string): Promise<number> {
  return numberAt((await register(event)).body, "response.result.callback.callbackid");
}

async function verify(id: number, verifier: string) {
  return books.put(`${books.callbacks}/${id}`, { callback: { verifier } });
}

async function subscribe(event: string): Promise<{ readonly id: number; readonly verifier: string }> {
  const id = await create(event);
  const verifier = await eventually(
    () =>
      posts("callback.verify")
        .findLast((post) => post.form.get("object_id") === String(id))
        ?.form.get("verifier") ?? undefined,
    "the handshake",
  );
  await verify(id, verifier);
  return { id, verifier };
}

async function verifiedOf(id: number): Promise<unknown> {
  const { body } = await books.get(`${books.callbacks}/${id}`);
  return at(body, "response.result.callback.verified");
}

function newClient(): number {
  return numberAt(sandbox.freshbooks.control.createClient({ organization: "Acme" }), "id");
}

function newInvoice(): number {
  return numberAt(sandbox.freshbooks.control.createInvoice({ customerid: newClient(), amount: "10" }), "id");
}

// The rule of facts §3.5 for texts without control characters, written apart from the stand-in's own code.
function isSignedBy(post: Received, verifier: string): boolean {
  const quoted = (text: string) =>
    JSON.stringify(text).replace(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  const pairs = [...post.form].map(([name, value]) => `${quoted(name)}: ${quoted(value)}`);
  const digest = createHmac("sha256", verifier)
    .update(`{${pairs.join(", ")}}`)
    .digest("base64");
  return digest === post.signature;
}

describe("a handshake", () => {
  it("can be delayed on the sandbox's clock", async () => {
    set({ handshake: "delayed", handshakeDelayMs: 600_000 });
    const id = await create("invoice");
    sandbox.freshbooks.control.advanceClock(599_000);
    expect(posts("callback.verify")).toEqual([]);
    sandbox.freshbooks.control.advanceClock(1000);
    const [post] = await arrived("callback.verify");
    expect(post?.form.get("object_id")).toBe(String(id));
  });

  it("can never come", async () => {
    set({ handshake: "never" });
    const id = await create("invoice");
    sandbox.freshbooks.control.advanceClock(3_600_000);
    set({ handshake: "after" });
    await create("client");
    await arrived("callback.verify");
    expect(posts("callback.verify").map((post) => post.form.get("object_id"))).not.toContain(String(id));
  });

  it("can come unsigned", async () => {
    set({ handshakeSigned: false });
    await create("invoice");
    expect((await arrived("callback.verify"))[0]?.signature).toBeUndefined();
  });

  it("that fails is given up, or tried again on the sandbox's clock", async () => {
    receiver.answers.push(500, 500);
    await create("invoice");
    await logged("callback.verify", 1);
    sandbox.freshbooks.control.advanceClock(3_600_000);
    set({ handshakeRetried: true, retryGapsMs: [60_000] });
    await create("client");
    await logged("callback.verify", 2);
    sandbox.freshbooks.control.advanceClock(60_000);
    const log = await logged("callback.verify", 3);
    expect(log.map(({ status, attempt }) => [status, attempt])).toEqual([
      [500, 1],
      [500, 1],
      [200, 2],
    ]);
  });
});

describe("the fields of a delivery", () => {
  it.each([
    ["captured", ["name", "object_id", "user_id", "identity_id", "business_id", "account_id"]],
    ["docs", ["name", "object_id", "account_id", "business_id", "identity_id", "user_id"]],
    ["system", ["name", "object_id", "user_id", "identity_id", "business_id", "account_id", "system"]],
    ["unicode", ["name", "object_id", "note", "user_id", "identity_id", "business_id", "account_id"]],
    ["verified", ["name", "object_id", "user_id", "identity_id", "business_id", "account_id", "verified"]],
  ] as const)("come in the order %s, signed in that order", async (fieldOrder, names) => {
    const { verifier } = await subscribe("client");
    set({ fieldOrder });
    newClient();
    const [post] = await arrived("client.create");
    expect([...(post?.form.keys() ?? [])]).toEqual(names);
    expect(post !== undefined && isSignedBy(post, verifier)).toBe(true);
  });
});

describe("deliveries", () => {
  it("come within a second, or after minutes of the sandbox's clock", async () => {
    await subscribe("client");
    const before = Date.now();
    newClient();
    await arrived("client.create");
    expect(Date.now() - before).toBeLessThan(1000);
    set({ delayMs: 300_000 });
    newClient();
    sandbox.freshbooks.control.advanceClock(299_000);
    expect(posts("client.create")).toHaveLength(1);
    sandbox.freshbooks.control.advanceClock(1000);
    await arrived("client.create", 2);
  });

  it("go out while the sandbox's clock stands still", async () => {
    sandbox.freshbooks.control.moveClock({ frozen: true });
    await subscribe("client");
    newClient();
    await arrived("client.create");
  });

  it("can come in a burst of copies", async () => {
    await subscribe("client");
    set({ copies: 5 });
    newClient();
    const copies = await arrived("client.create", 5);
    expect(new Set(copies.map(({ raw }) => raw)).size).toBe(1);
  });

  it("are retried when the sandbox's clock has reached the gap, however long", async () => {
    await subscribe("client");
    set({ retryGapsMs: [3_600_000, 86_400_000] });
    receiver.answers.push(503, 302);
    newClient();
    await logged("client.create", 1);
    sandbox.freshbooks.control.advanceClock(3_600_000);
    await logged("client.create", 2);
    sandbox.freshbooks.control.advanceClock(86_400_000);
    const log = await logged("client.create", 3);
    expect(log.map(({ status }) => status)).toEqual([503, 302, 200]);
  });

  it("are tried once where there are no retries", async () => {
    await subscribe("client");
    set({ retryGapsMs: [] });
    receiver.answers.push(500);
    newClient();
    await logged("client.create", 1);
    sandbox.freshbooks.control.advanceClock(86_400_000);
    newClient();
    expect((await logged("client.create", 2)).map(({ attempt }) => attempt)).toEqual([1, 1]);
  });

  it.each(["lost", "kept"] as const)("of a disabled spell are %s", async (disabledSpell) => {
    set({ retryGapsMs: [], disableAfterDrops: 1, disabledSpell });
    const { id, verifier } = await subscribe("client");
    receiver.answers.push(500);
    newClient();
    await eventually(
      () => (sandbox.freshbooks.control.state().callbacks[0]?.["disabled"] === true ? true : undefined),
      "the callback to be disabled",
    );
    expect(await verifiedOf(id)).toBe(false);
    const missed = String(newClient());
    await books.put(`${books.callbacks}/${id}`, { callback: { resend: true } });
    await arrived("callback.verify", 2);
    await verify(id, verifier);
    const after = String(newClient());
    await eventually(
      () => posts("client.create").find((post) => post.form.get("object_id") === after),
      "the delivery after the spell",
    );
    const ids = posts("client.create").map((post) => post.form.get("object_id"));
    expect(ids.includes(missed)).toBe(disabledSpell === "kept");
  });

  it("of a mail sent reach a bare noun, or only who asked for them", async () => {
    await subscribe("invoice");
    const id = newInvoice();
    sandbox.freshbooks.control.sendByEmail(id);
    await arrived("invoice.sendByEmail");
    await arrived("invoice.update");
    set({ bareInvoiceIncludesSendByEmail: false, emailEmitsInvoiceUpdate: false });
    const { id: named } = await subscribe("invoice.sendByEmail");
    sandbox.freshbooks.control.sendByEmail(id);
    const log = await logged("invoice.sendByEmail", 2);
    expect(log[1]?.callbackid).toBe(named);
    expect(posts("invoice.update")).toHaveLength(1);
  });
});

describe("registering the same twice", () => {
  it("makes two, gives the first, or is refused", async () => {
    const first = await create("invoice");
    expect(await create("invoice")).not.toBe(first);
    set({ duplicateRegistration: "same" });
    expect(await create("invoice")).toBe(first);
    set({ duplicateRegistration: "refused" });
    expect((await register("invoice")).status).toBe(422);
    expect((await register("invoice", "/other")).status).toBe(200);
    expect((await register("client")).status).toBe(200);
  });
});

describe("a registered callback", () => {
  it.each([
    [200, "{}"],
    [204, ""],
  ] as const)("is deleted with %i", async (callbackDeleteStatus, text) => {
    const id = await create("invoice");
    set({ callbackDeleteStatus });
    const answer = await books.del(`${books.callbacks}/${id}`);
    expect([answer.status, answer.text]).toEqual([callbackDeleteStatus, text]);
  });

  it.each([true, false])("with another address needs verifying: %s", async (changedUriNeedsVerifying) => {
    set({ changedUriNeedsVerifying });
    const { id } = await subscribe("invoice");
    await books.put(`${books.callbacks}/${id}`, { callback: { uri: `${receiver.url}/moved` } });
    expect(await verifiedOf(id)).toBe(!changedUriNeedsVerifying);
  });

  it.each(["account", "identity"] as const)("belongs to the %s", async (callbacksBelongTo) => {
    set({ callbacksBelongTo });
    const id = await create("invoice");
    const colleague = await openBooks(sandbox, { identityId: 770003 });
    const answer = await colleague.get(`${colleague.callbacks}/${id}`);
    expect(answer.status).toBe(callbacksBelongTo === "account" ? 200 : 404);
  });

  it.each([true, false])("outlives the revocation of its grant: %s", async (callbacksOutliveRevoke) => {
    set({ callbacksOutliveRevoke });
    const id = await create("invoice");
    const credentials = { client_id: "sandbox-freshbooks", client_secret: "sandbox-freshbooks-secret" };
    const body = new URLSearchParams({ ...credentials, token: books.access });
    await call(`${sandbox.freshbooks.url}/auth/oauth/revoke`, { method: "POST", body });
    books = await openBooks(sandbox);
    const answer = await books.get(`${books.callbacks}/${id}`);
    expect(answer.status).toBe(callbacksOutliveRevoke ? 200 : 404);
  });

  it.each([
    ["iso", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
    ["plain", /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/],
  ] as const)("is stamped in the form %s", async (callbackStamp, form) => {
    set({ callbackStamp });
    const answer = await register("invoice");
    expect(at(answer.body, "response.result.callback.updated_at")).toMatch(form);
  });

  it("is found by its event and by the verbs of its noun", async () => {
    await create("invoice");
    await create("invoice.create");
    await create("client");
    const found = async (event: string) => {
      const { body } = await books.get(`${books.callbacks}?search[event]=${event}`);
      return listAt(body, "response.result.callbacks").map((callback) => at(callback, "event"));
    };
    expect(await found("invoice.create")).toEqual(["invoice", "invoice.create"]);
    expect(await found("invoice")).toEqual(["invoice"]);
    expect(await found("client.update")).toEqual(["client"]);
  });
});

describe("a refusal of the events family", () => {
  const refused = async () => {
    const unknown = await books.get(`${books.callbacks}/1`);
    const wrong = await register("invoice.overdue");
    return [unknown.body, wrong.body];
  };

  it("has an errno and a message", async () => {
    expect(await refused()).toMatchObject([
      { errno: 404, message: "Requested resource could not be found." },
      { errno: 422, details: ["event: Value error, Unrecognized event."] },
    ]);
  });

  it("can have the form of google.rpc", async () => {
    set({ eventsErrorShape: "grpc" });
    expect(await refused()).toMatchObject([
      { code: 5 },
      {
        code: 3,
        message: "Invalid data in this request.",
        details: [{ fieldViolations: [{ field: "event", description: "Value error, Unrecognized event." }] }],
      },
    ]);
  });

  it("can have the form of the accounting family", async () => {
    set({ eventsErrorShape: "classic" });
    expect(await refused()).toMatchObject([
      { response: { errors: [{ errno: 1012 }] } },
      { response: { errors: [{ errno: 1004, field: "event" }] } },
    ]);
  });
});
