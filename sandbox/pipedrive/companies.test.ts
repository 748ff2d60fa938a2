import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, call, listAt, numberAt, textAt } from "../testing/call";
import type { Api } from "../testing/call";
import { eventually } from "../testing/eventually";
import { startJsonReceiver } from "../testing/json-receiver";
import { connectPipedrive } from "../testing/pipedrive-client";

let sandbox: Sandbox;
let control: Api;
let acme: Api;
let globex: Api;
let globexId: number;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  control = api(sandbox.pipedrive.url);
  const made = await control.post("/_control/companies", { name: "Globex", domain: "globex", seats: 2 });
  globexId = numberAt(made.body, "company.id");
  acme = await connectPipedrive(sandbox.pipedrive.url, 987654);
  globex = await connectPipedrive(sandbox.pipedrive.url, numberAt(made.body, "users.0.id"));
});

describe("companies", () => {
  it("know their own users, whose ids no other company has", async () => {
    const companies = listAt((await control.get("/_control/companies")).body, "companies");
    const ids = companies.flatMap((one) => listAt(one, "users").map((user) => numberAt(user, "id")));
    expect(new Set(ids).size).toBe(4);
    expect((await globex.get("/api/v1/users/me")).body).toMatchObject({
      data: { company_id: globexId, company_name: "Globex", company_domain: "globex" },
    });
    expect(listAt((await globex.get("/api/v1/users")).body, "data")).toHaveLength(2);
  });

  it("number their objects alike, and never show those of another", async () => {
    const first = await acme.post("/api/v2/deals", { title: "Acme's" });
    const second = await globex.post("/api/v2/deals", { title: "Globex's" });
    const id = numberAt(first.body, "data.id");
    expect(numberAt(second.body, "data.id")).toBe(id);
    expect(at((await acme.get(`/api/v2/deals/${id}`)).body, "data.title")).toBe("Acme's");
    expect(at((await globex.get(`/api/v2/deals/${id}`)).body, "data.title")).toBe("Globex's");
    const own = await acme.post("/api/v2/deals", { title: "only Acme's" });
    const path = `/api/v2/deals/${numberAt(own.body, "data.id")}`;
    expect((await globex.get(path)).status).toBe(404);
    expect((await globex.patch(path, { title: "taken" })).status).toBe(404);
    expect((await globex.del(path)).status).toBe(404);
    expect(listAt((await globex.get("/api/v2/deals")).body, "data")).toHaveLength(1);
  });

  it("refuse the organizations, owners and field codes of another", async () => {
    const organization = await acme.post("/api/v2/organizations", { name: "A" });
    const org_id = numberAt(organization.body, "data.id");
    expect((await globex.post("/api/v2/deals", { title: "x", org_id })).status).toBe(400);
    expect((await globex.post("/api/v2/deals", { title: "x", owner_id: 987654 })).status).toBe(400);
    const state = sandbox.pipedrive.control.state();
    const code = textAt(
      state.dealFields.find((field) => field["is_custom_field"] === true),
      "field_code",
    );
    const custom_fields = { [code]: "PO 1" };
    expect((await acme.post("/api/v2/deals", { title: "x", custom_fields })).status).toBe(200);
    expect((await globex.post("/api/v2/deals", { title: "x", custom_fields })).status).toBe(400);
  });

  it("search, budget and state apart", async () => {
    await acme.post("/api/v2/organizations", { name: "Findable" });
    sandbox.pipedrive.control.advanceClock(6000);
    const search = "/api/v2/organizations/search?term=findable";
    expect(listAt((await acme.get(search)).body, "data.items")).toHaveLength(1);
    const none = await globex.get(search);
    expect(listAt(none.body, "data.items")).toEqual([]);
    expect(none.headers.get("x-daily-ratelimit-token-limit")).toBe("60000");
    expect(none.headers.get("x-daily-ratelimit-token-remaining")).toBe("59980");
    const state = (await control.get(`/_control/state?company=${globexId}`)).body;
    expect(at(state, "company.name")).toBe("Globex");
    expect(listAt(state, "organizations")).toEqual([]);
    expect(listAt(state, "requests").map((request) => at(request, "path"))).toEqual([
      "/api/v2/organizations/search",
    ]);
    expect((await control.get("/_control/state?company=1")).status).toBe(404);
  });

  it("may spend their tokens elsewhere", async () => {
    const left = await control.post(`/_control/spend?company=${globexId}`, { tokens: 60_000 });
    expect(left.body).toEqual({ remaining: 0 });
    expect((await globex.get("/api/v2/pipelines")).status).toBe(429);
    expect((await acme.get("/api/v2/pipelines")).status).toBe(200);
  });

  it("are acted in by hand when named", async () => {
    const made = await control.post(`/_control/deals?company=${globexId}`, { title: "By hand" });
    const id = numberAt(made.body, "deal.id");
    expect((await globex.get(`/api/v2/deals/${id}`)).status).toBe(200);
    expect((await acme.get(`/api/v2/deals/${id}`)).status).toBe(404);
  });

  it("are all on the consent page, each user with their company", async () => {
    const parameters = new URLSearchParams({
      client_id: "sandbox-pipedrive",
      redirect_uri: "https://app.example/back",
    });
    const page = await call(`${sandbox.pipedrive.url}/oauth/authorize?${parameters.toString()}`);
    expect(page.text).toContain("Acme");
    expect(page.text).toContain("Globex");
  });

  it("keep persons, filters, merges and webhooks to themselves", async () => {
    const person = await acme.post("/api/v2/persons", { name: "Ada" });
    const person_id = numberAt(person.body, "data.id");
    expect((await globex.get(`/api/v2/persons/${person_id}`)).status).toBe(404);
    expect((await globex.post("/api/v2/deals", { title: "x", person_id })).status).toBe(400);
    const conditions = { glue: "and", conditions: [] };
    const filter = await acme.post("/api/v1/filters", { name: "All", type: "deals", conditions });
    const filterId = numberAt(filter.body, "data.id");
    expect((await acme.get(`/api/v2/deals?filter_id=${filterId}`)).status).toBe(200);
    expect((await globex.get(`/api/v2/deals?filter_id=${filterId}`)).status).toBe(400);
    expect((await globex.get(`/api/v1/filters/${filterId}`)).status).toBe(404);
    const own = await acme.post("/api/v2/deals", { title: "Acme's" });
    const path = `/api/v1/deals/${numberAt(own.body, "data.id")}/merge`;
    expect((await globex.put(path, { merge_with_id: 42002 })).status).toBe(404);
  });

  it("tell only their own webhooks", async () => {
    const receiver = await startJsonReceiver();
    const token = textAt(sandbox.pipedrive.control.forCompany(globexId).state().users[0], "apiToken");
    const byToken = api(sandbox.pipedrive.url, { "x-api-token": token });
    const hook = { subscription_url: receiver.url, event_action: "*", event_object: "*", name: "All" };
    expect((await byToken.post("/api/v1/webhooks", hook)).status).toBe(201);
    await acme.post("/api/v2/deals", { title: "Acme's" });
    await globex.post("/api/v2/deals", { title: "Globex's" });
    await eventually(() => receiver.received[0], "the webhook");
    expect(receiver.received.map(({ body }) => at(body, "data.title"))).toEqual(["Globex's"]);
    expect(at(receiver.received[0]?.body, "meta")).toMatchObject({
      company_id: String(globexId),
      host: "globex.pipedrive.com",
      type: "general",
    });
    await receiver.stop();
  });

  it("need a web address of their own", async () => {
    const again = await control.post("/_control/companies", { name: "Other", domain: "globex" });
    expect(again.status).toBe(409);
  });
});

describe("the table of operations", () => {
  it("shows each with its cost, scopes and schemas", async () => {
    const operations = listAt((await control.get("/_control/operations")).body, "operations");
    const find = (method: string, path: string) =>
      operations.find((one) => at(one, "method") === method && at(one, "path") === path);
    const list = find("GET", "/api/v2/deals");
    expect(list).toMatchObject({ version: "v2", cost: 10, scopes: ["deals:read", "deals:full"], body: null });
    expect(at(list, "query.additionalProperties")).toBe(false);
    expect(at(list, "query.properties.limit.type")).toBe("integer");
    const create = find("POST", "/api/v2/deals");
    expect(create).toMatchObject({ cost: 5, query: null, body: { required: ["title"] } });
    expect(find("GET", "/api/v1/users/me")).toMatchObject({ version: "v1", scopes: ["base"] });
  });
});
