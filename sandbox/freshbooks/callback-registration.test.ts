import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { at, call, listAt } from "../testing/call";
import { startReceiver } from "../testing/receiver";
import type { Receiver } from "../testing/receiver";
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

describe("registering the same twice", () => {
  it("makes two, gives the first, or is refused", async () => {
    const first = await app.create("invoice");
    expect(await app.create("invoice")).not.toBe(first);
    set({ duplicateRegistration: "same" });
    expect(await app.create("invoice")).toBe(first);
    set({ duplicateRegistration: "refused" });
    expect((await app.register("invoice")).status).toBe(422);
    expect((await app.register("invoice", "/other")).status).toBe(200);
    expect((await app.register("client")).status).toBe(200);
  });
});

describe("a registered callback", () => {
  it.each([
    [200, "{}"],
    [204, ""],
  ] as const)("is deleted with %i", async (callbackDeleteStatus, text) => {
    const id = await app.create("invoice");
    set({ callbackDeleteStatus });
    const answer = await books.del(`${books.callbacks}/${id}`);
    expect([answer.status, answer.text]).toEqual([callbackDeleteStatus, text]);
  });

  it.each([true, false])("with another address needs verifying: %s", async (changedUriNeedsVerifying) => {
    set({ changedUriNeedsVerifying });
    const { id } = await app.subscribe("invoice");
    await books.put(`${books.callbacks}/${id}`, { callback: { uri: `${receiver.url}/moved` } });
    expect(await app.verifiedOf(id)).toBe(!changedUriNeedsVerifying);
  });

  it.each(["account", "identity"] as const)("belongs to the %s", async (callbacksBelongTo) => {
    set({ callbacksBelongTo });
    const id = await app.create("invoice");
    const colleague = await openBooks(sandbox, { identityId: 770003 });
    const answer = await colleague.get(`${colleague.callbacks}/${id}`);
    expect(answer.status).toBe(callbacksBelongTo === "account" ? 200 : 404);
  });

  it.each([true, false])("outlives the revocation of its grant: %s", async (callbacksOutliveRevoke) => {
    set({ callbacksOutliveRevoke });
    const id = await app.create("invoice");
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
    const answer = await app.register("invoice");
    expect(at(answer.body, "response.result.callback.updated_at")).toMatch(form);
  });

  it("is found by its event and by the verbs of its noun", async () => {
    await app.create("invoice");
    await app.create("invoice.create");
    await app.create("client");
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
    const wrong = await app.register("invoice.overdue");
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
