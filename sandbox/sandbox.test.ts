import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { PortTakenError } from "./lib/listen";
import { readSettings } from "./settings";
import { startSandbox } from "./start-sandbox";
import type { Sandbox } from "./start-sandbox";
import { api, at, call, listAt, numberAt } from "./testing/call";
import type { Api } from "./testing/call";

let sandbox: Sandbox;
let freshbooks: Api;
let pipedrive: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
  freshbooks = api(sandbox.freshbooks.url);
  pipedrive = api(sandbox.pipedrive.url);
});
afterAll(() => sandbox.stop());

describe("the control API of FreshBooks", () => {
  it("walks an invoice through its life", async () => {
    expect((await freshbooks.get("/_control/health")).body).toEqual({ ok: true });
    const client = await freshbooks.post("/_control/clients", { organization: "Acme", currency_code: "EUR" });
    const customerid = numberAt(client.body, "client.id");
    const invoice = await freshbooks.post("/_control/invoices", {
      customerid,
      amount: "1500.00",
      currency_code: "EUR",
    });
    const path = `/_control/invoices/${numberAt(invoice.body, "invoice.id")}`;
    const states: unknown[] = [at(invoice.body, "invoice.v3_status")];
    for (const verb of ["mark-as-sent", "view", "let-fall-due"]) {
      states.push(at((await freshbooks.post(`${path}/${verb}`)).body, "invoice.v3_status"));
    }
    expect(states).toEqual(["draft", "sent", "viewed", "overdue"]);
    await freshbooks.post(`${path}/payments`, { amount: "1500.00" });
    const state = (await freshbooks.get("/_control/state")).body;
    expect(listAt(state, "invoices")).toMatchObject([
      { v3_status: "paid", amount: { amount: "1500.00", code: "EUR" }, outstanding: { amount: "0.00" } },
    ]);
    const deleted = await freshbooks.post(`${path}/delete`);
    expect(at(deleted.body, "invoice.vis_state")).toBe(1);
    const removed = await freshbooks.post(`/_control/clients/${customerid}/delete`);
    expect(at(removed.body, "client.vis_state")).toBe(1);
  });

  it("says what is wrong with a request", async () => {
    const unknown = await freshbooks.post("/_control/delivery", { handshake: "sometimes" });
    expect(unknown.status).toBe(400);
    expect((await freshbooks.post("/_control/invoices/1/view")).status).toBe(404);
    expect((await freshbooks.post("/_control/invoices", { customerid: 1, amount: "x" })).status).toBe(400);
  });

  it("sets switches one by one", async () => {
    const answer = await freshbooks.post("/_control/delivery", { duplicateNext: 2 });
    expect(at(answer.body, "switches")).toMatchObject({ duplicateNext: 2, handshake: "after" });
  });
});

describe("the control API of Pipedrive", () => {
  it("lets a person move and delete a deal, under the API's own rules", async () => {
    const made = await pipedrive.post("/_control/deals", { title: "By hand" });
    const path = `/_control/deals/${numberAt(made.body, "deal.id")}`;
    expect(at((await pipedrive.patch(path, { stage_id: 7 })).body, "deal")).toMatchObject({ pipeline_id: 2 });
    expect((await pipedrive.patch(path, { nonsense: 1 })).status).toBe(400);
    expect(at((await pipedrive.del(path)).body, "deal.is_deleted")).toBe(true);
  });

  it("shifts the clock", async () => {
    const before = Date.parse(sandbox.pipedrive.control.state().now);
    await pipedrive.post("/_control/clock", { advanceMs: 3_600_000 });
    expect(Date.parse(sandbox.pipedrive.control.state().now) - before).toBeGreaterThanOrEqual(3_600_000);
  });

  it("starts afresh on reset", async () => {
    await pipedrive.post("/_control/deals", { title: "x" });
    await pipedrive.post("/_control/reset");
    expect(sandbox.pipedrive.control.state().deals).toEqual([]);
  });
});

describe("the pages", () => {
  it("show what is there, with names escaped", async () => {
    const organization = '<img src=x onerror="alert(1)"> & Co';
    const client = sandbox.freshbooks.control.createClient({ organization });
    sandbox.freshbooks.control.createInvoice({ customerid: client["id"], amount: "12.30" });
    sandbox.pipedrive.control.createDeal({ title: organization, value: 12.3 });
    for (const { url } of [sandbox.freshbooks, sandbox.pipedrive]) {
      const page = await call(`${url}/`);
      expect(page.status).toBe(200);
      expect(page.text).toContain("12.30");
      expect(page.text).toContain("&lt;img src=x");
      expect(page.text).not.toContain("<img");
    }
  });
});

describe("starting", () => {
  it("says which port is taken, and leaves nothing running", async () => {
    const port = Number(new URL(sandbox.pipedrive.url).port);
    await expect(startSandbox({ pipedrivePort: port })).rejects.toThrow(PortTakenError);
    await expect(startSandbox({ pipedrivePort: port })).rejects.toThrow(`Port ${port} is already in use`);
  });

  it("stops at once, even with a call under way", async () => {
    const other = await startSandbox();
    other.pipedrive.control.addFault({ path: "*", delayMs: 60_000 });
    const hanging = call(`${other.pipedrive.url}/api/v2/deals`).catch((error: unknown) => error);
    const probe = await call(`${other.freshbooks.url}/_control/health`);
    expect(probe.status).toBe(200);
    await other.stop();
    expect(await hanging).toBeInstanceOf(Error);
  });

  it("reads ports, seed, script and apps from the environment, and refuses nonsense by name", () => {
    // No seed of its own: that of a script would not be asked then.
    expect(readSettings({})).toEqual({
      options: { freshbooksPort: 4010, pipedrivePort: 4020 },
      scriptFile: undefined,
    });
    const environment = { SANDBOX_SEED: "7", PIPEDRIVE_CLIENT_ID: "id", PIPEDRIVE_CLIENT_SECRET: "secret" };
    expect(readSettings({ ...environment, SANDBOX_SCRIPT: "a.json" })).toMatchObject({
      options: { seed: 7, pipedriveApp: { clientId: "id", clientSecret: "secret" } },
      scriptFile: "a.json",
    });
    expect(() => readSettings({ SANDBOX_FRESHBOOKS_PORT: "many" })).toThrow("SANDBOX_FRESHBOOKS_PORT");
  });

  it("heeds the command line before the environment, and refuses what it does not know", () => {
    const environment = { SANDBOX_SEED: "7", SANDBOX_SCRIPT: "a.json" };
    expect(readSettings(environment, ["--seed", "8", "--script", "b.json"])).toMatchObject({
      options: { seed: 8 },
      scriptFile: "b.json",
    });
    expect(() => readSettings({}, ["--sede", "8"])).toThrow("--sede");
    expect(() => readSettings({}, ["--seed", "soon"])).toThrow("SANDBOX_SEED");
  });
});
