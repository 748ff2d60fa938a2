import { createHmac } from "node:crypto";
import { createServer } from "node:http";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { numberAt } from "../testing/call";
import { eventually } from "../testing/eventually";
import { startReceiver } from "../testing/receiver";
import type { Received, Receiver } from "../testing/receiver";
import { subscriber } from "./testing/subscriber";
import type { Subscriber } from "./testing/subscriber";

let sandbox: Sandbox;
let receiver: Receiver;
let books: BooksApi;
let app: Subscriber;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  receiver = await startReceiver();
  books = await openBooks(sandbox);
  app = subscriber(sandbox, receiver, books);
});
afterEach(() => receiver.stop());

function set(patch: Parameters<Sandbox["freshbooks"]["control"]["setSwitches"]>[0]): void {
  sandbox.freshbooks.control.setSwitches(patch);
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

/** A server that answers only when it is told to. */
async function startSlowServer() {
  const answers: (() => void)[] = [];
  const server = createServer((request, response) => {
    request.resume();
    answers.push(() => response.writeHead(200).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { uri: `http://127.0.0.1:${port}/slow`, answers, stop };
}

describe("a handshake", () => {
  it.each([
    ["after", 0],
    ["before", 1],
  ] as const)("%s the answer of the create call does or does not hold that up", async (handshake, held) => {
    set({ handshake });
    const slow = await startSlowServer();
    let isAnswered = false;
    const made = books.post(books.callbacks, { callback: { event: "invoice", uri: slow.uri } }).then(() => {
      isAnswered = true;
    });
    if (held === 0) await made;
    const answer = await eventually(() => slow.answers[0], "the handshake at the slow server");
    expect(isAnswered).toBe(held === 0);
    answer();
    await made;
    slow.stop();
  });

  it("can be delayed on the sandbox's clock", async () => {
    set({ handshake: "delayed", handshakeDelayMs: 600_000 });
    const id = await app.create("invoice");
    sandbox.freshbooks.control.advanceClock(599_000);
    expect(app.posts("callback.verify")).toEqual([]);
    sandbox.freshbooks.control.advanceClock(1000);
    const [post] = await app.arrived("callback.verify");
    expect(post?.form.get("object_id")).toBe(String(id));
  });

  it("can never come", async () => {
    set({ handshake: "never" });
    const id = await app.create("invoice");
    sandbox.freshbooks.control.advanceClock(3_600_000);
    set({ handshake: "after" });
    await app.create("client");
    await app.arrived("callback.verify");
    expect(app.posts("callback.verify").map((post) => post.form.get("object_id"))).not.toContain(String(id));
  });

  it("can come unsigned", async () => {
    set({ handshakeSigned: false });
    await app.create("invoice");
    expect((await app.arrived("callback.verify"))[0]?.signature).toBeUndefined();
  });

  it("that fails is given up, or tried again on the sandbox's clock", async () => {
    receiver.answers.push(500, 500);
    await app.create("invoice");
    await app.logged("callback.verify", 1);
    sandbox.freshbooks.control.advanceClock(3_600_000);
    set({ handshakeRetried: true, retryGapsMs: [60_000] });
    await app.create("client");
    await app.logged("callback.verify", 2);
    sandbox.freshbooks.control.advanceClock(60_000);
    const log = await app.logged("callback.verify", 3);
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
    const { verifier } = await app.subscribe("client");
    set({ fieldOrder });
    newClient();
    const [post] = await app.arrived("client.create");
    expect([...(post?.form.keys() ?? [])]).toEqual(names);
    expect(post !== undefined && isSignedBy(post, verifier)).toBe(true);
  });
});

describe("deliveries", () => {
  it("come within a second, or after minutes of the sandbox's clock", async () => {
    await app.subscribe("client");
    const before = Date.now();
    newClient();
    await app.arrived("client.create");
    expect(Date.now() - before).toBeLessThan(1000);
    set({ delayMs: 300_000 });
    newClient();
    sandbox.freshbooks.control.advanceClock(299_000);
    expect(app.posts("client.create")).toHaveLength(1);
    sandbox.freshbooks.control.advanceClock(1000);
    await app.arrived("client.create", 2);
  });

  it("go out while the sandbox's clock stands still", async () => {
    sandbox.freshbooks.control.moveClock({ frozen: true });
    await app.subscribe("client");
    newClient();
    await app.arrived("client.create");
  });

  it("can come in a burst of copies", async () => {
    await app.subscribe("client");
    set({ copies: 5 });
    newClient();
    const copies = await app.arrived("client.create", 5);
    expect(new Set(copies.map(({ raw }) => raw)).size).toBe(1);
  });

  it("are retried when the sandbox's clock has reached the gap, however long", async () => {
    await app.subscribe("client");
    set({ retryGapsMs: [3_600_000, 86_400_000] });
    receiver.answers.push(503, 302);
    newClient();
    await app.logged("client.create", 1);
    sandbox.freshbooks.control.advanceClock(3_600_000);
    await app.logged("client.create", 2);
    sandbox.freshbooks.control.advanceClock(86_400_000);
    const log = await app.logged("client.create", 3);
    expect(log.map(({ status }) => status)).toEqual([503, 302, 200]);
  });

  it("have ten real seconds to be answered, however far the sandbox's clock is moved meanwhile", async () => {
    const { id } = await app.subscribe("client");
    const slow = await startSlowServer();
    set({ changedUriNeedsVerifying: false });
    await books.put(`${books.callbacks}/${id}`, { callback: { uri: slow.uri } });
    newClient();
    const answer = await eventually(() => slow.answers[0], "the delivery to the slow server");
    sandbox.freshbooks.control.advanceClock(3_600_000);
    answer();
    expect(await app.logged("client.create", 1)).toMatchObject([{ status: 200, attempt: 1 }]);
    slow.stop();
  });

  it("more than may be under way at once all arrive", async () => {
    await app.subscribe("client");
    set({ copies: 50 });
    for (let place = 0; place < 3; place += 1) newClient();
    await app.arrived("client.create", 150);
    expect(app.posts("client.create")).toHaveLength(150);
  });

  it("are tried once where there are no retries", async () => {
    await app.subscribe("client");
    set({ retryGapsMs: [] });
    receiver.answers.push(500);
    newClient();
    await app.logged("client.create", 1);
    sandbox.freshbooks.control.advanceClock(86_400_000);
    newClient();
    expect((await app.logged("client.create", 2)).map(({ attempt }) => attempt)).toEqual([1, 1]);
  });

  it.each(["lost", "kept"] as const)("of a disabled spell are %s", async (disabledSpell) => {
    set({ retryGapsMs: [], disableAfterDrops: 1, disabledSpell });
    const { id, verifier } = await app.subscribe("client");
    receiver.answers.push(500);
    newClient();
    await eventually(
      () => (sandbox.freshbooks.control.state().callbacks[0]?.["disabled"] === true ? true : undefined),
      "the callback to be disabled",
    );
    expect(await app.verifiedOf(id)).toBe(false);
    const missed = String(newClient());
    await books.put(`${books.callbacks}/${id}`, { callback: { resend: true } });
    await app.arrived("callback.verify", 2);
    await app.verify(id, verifier);
    const after = String(newClient());
    await eventually(
      () => app.posts("client.create").find((post) => post.form.get("object_id") === after),
      "the delivery after the spell",
    );
    const ids = app.posts("client.create").map((post) => post.form.get("object_id"));
    expect(ids.includes(missed)).toBe(disabledSpell === "kept");
  });

  it("of a mail sent reach a bare noun, or only who asked for them", async () => {
    await app.subscribe("invoice");
    const id = newInvoice();
    sandbox.freshbooks.control.sendByEmail(id);
    await app.arrived("invoice.sendByEmail");
    await app.arrived("invoice.update");
    set({ bareInvoiceIncludesSendByEmail: false, emailEmitsInvoiceUpdate: false });
    const { id: named } = await app.subscribe("invoice.sendByEmail");
    sandbox.freshbooks.control.sendByEmail(id);
    const log = await app.logged("invoice.sendByEmail", 2);
    expect(log[1]?.callbackid).toBe(named);
    expect(app.posts("invoice.update")).toHaveLength(1);
  });
});
