import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, listAt, numberAt } from "../testing/call";
import type { Api } from "../testing/call";
import { freshBooksTokens } from "../testing/consent";

const NOTES = "/accounting/account/aB3dE9/credit_notes/credit_notes";

let sandbox: Sandbox;
let client: Api;
let clientid: unknown;

beforeAll(async () => {
  sandbox = await startSandbox();
  clientid = sandbox.freshbooks.control.createClient({ organization: "Acme" })["id"];
  const { access } = await freshBooksTokens(sandbox.freshbooks.url);
  client = api(sandbox.freshbooks.url, { authorization: `Bearer ${access}` });
});
afterAll(() => sandbox.stop());

describe("credit notes", () => {
  it("are made, read, changed, listed and deleted, always under the plural name", async () => {
    const lines = [{ name: "Refund", qty: "2", unit_cost: { amount: "10.10" } }];
    const made = await client.post(NOTES, { credit_notes: { clientid, create_date: "2026-11-02", lines } });
    expect(at(made.body, "response.result.credit_notes")).toMatchObject({
      clientid,
      amount: { amount: "20.20", code: "USD" },
      vis_state: 0,
    });
    const path = `${NOTES}/${numberAt(made.body, "response.result.credit_notes.id")}`;
    await client.put(path, { credit_notes: { notes: "sorry" } });
    expect(at((await client.get(path)).body, "response.result.credit_notes.notes")).toBe("sorry");
    const list = async (query: string) =>
      listAt((await client.get(`${NOTES}?${query}`)).body, "response.result.credit_notes").length;
    expect(await list(`search[clientid]=${String(clientid)}`)).toBe(1);
    expect(await list("search[clientid]=1")).toBe(0);
    expect(await list("search[client_id]=1")).toBe(1);
    await client.put(path, { credit_notes: { vis_state: 1, notes: "dropped" } });
    expect(await list("")).toBe(0);
    expect(at((await client.get(path)).body, "response.result.credit_notes")).toMatchObject({
      notes: "sorry",
    });
  });

  it("need a client and a date", async () => {
    const answer = await client.post(NOTES, { credit_notes: {} });
    const errors = listAt(answer.body, "response.errors");
    expect(answer.status).toBe(422);
    expect(errors.map((error) => [at(error, "field"), at(error, "errno")])).toEqual([
      ["clientid", 1001],
      ["create_date", 1001],
    ]);
  });

  it("are in the log of calls", () => {
    const calls = sandbox.freshbooks.control.state().requests;
    expect(calls[0]).toMatchObject({ method: "POST", path: "/auth/oauth/token", status: 200 });
    expect(calls.at(-1)).toMatchObject({ method: "POST", status: 422, query: "" });
  });
});
