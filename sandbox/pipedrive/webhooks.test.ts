import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, listAt, numberAt, textAt } from "../testing/call";
import type { Api } from "../testing/call";
import { eventually } from "../testing/eventually";
import { startJsonReceiver } from "../testing/json-receiver";
import type { JsonReceived, JsonReceiver } from "../testing/json-receiver";
import { connectPipedrive } from "../testing/pipedrive-client";

const HOOKS = "/api/v1/webhooks";
const DEALS = "/api/v2/deals";

let sandbox: Sandbox;
let receiver: JsonReceiver;
let client: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  const { appScopes } = sandbox.pipedrive.control.state().switches;
  sandbox.pipedrive.control.setSwitches({ appScopes: [...appScopes, "webhooks:full"] });
  client = await connectPipedrive(sandbox.pipedrive.url);
  receiver = await startJsonReceiver();
});
afterEach(() => receiver.stop());

function control(): Sandbox["pipedrive"]["control"] {
  return sandbox.pipedrive.control;
}

async function listen(rest: Record<string, unknown> = {}): Promise<number> {
  const made = await client.post(HOOKS, {
    subscription_url: receiver.url,
    event_action: "*",
    event_object: "*",
    name: "All",
    ...rest,
  });
  expect(made.status).toBe(201);
  return numberAt(made.body, "data.id");
}

async function arrived(count: number): Promise<readonly JsonReceived[]> {
  return eventually(() => (receiver.received.length >= count ? receiver.received : undefined), "webhooks");
}

async function tried(count: number): Promise<readonly number[]> {
  const log = () => control().state().deliveries;
  await eventually(() => (log().length >= count ? true : undefined), "deliveries");
  return log().map(({ attempt }) => attempt);
}

describe("webhooks", () => {
  it("tell what was created, changed and deleted, with Basic credentials", async () => {
    await listen({ http_auth_user: "user", http_auth_password: "secret" });
    const made = await client.post(DEALS, { title: "One" });
    await arrived(1);
    const path = `${DEALS}/${numberAt(made.body, "data.id")}`;
    await client.patch(path, { title: "Two" });
    await arrived(2);
    await client.del(path);
    const all = (await arrived(3)).map(({ body }) => body);
    expect(all.map((body) => at(body, "meta.action"))).toEqual(["create", "change", "delete"]);
    expect(all[0]).toMatchObject({
      meta: { entity: "deal", version: "2.0", change_source: "api", attempt: 1, type: "application" },
      data: { title: "One" },
      previous: null,
    });
    expect(all[1]).toMatchObject({ data: { title: "Two" }, previous: { title: "One" } });
    expect(at(all[1], "previous.currency")).toBeUndefined();
    expect(all[2]).toMatchObject({ data: null, previous: { title: "Two" } });
    expect(typeof at(all[0], "meta.entity_id")).toBe("string");
    const basic = Buffer.from("user:secret").toString("base64");
    expect(receiver.received[0]).toMatchObject({ method: "POST", authorization: `Basic ${basic}` });
  });

  it("say of a change by hand that the app made it, and nothing of a write without effect", async () => {
    await listen({ event_object: "deal" });
    const deal = control().createDeal({ title: "By hand" });
    const id = numberAt(deal, "id");
    await client.patch(`${DEALS}/${id}`, { title: "By hand" });
    control().deleteDeal(id);
    const all = (await arrived(2)).map(({ body }) => at(body, "meta.action"));
    expect(all).toEqual(["create", "delete"]);
    expect(at(receiver.received[0]?.body, "meta.change_source")).toBe("app");
  });

  it("tell of fields as the switch spells them, and of merges who went where", async () => {
    control().setSwitches({ fieldEventSpelling: "deal_field" });
    await listen({ event_object: "deal_field" });
    await client.post("/api/v2/dealFields", { field_name: "New", field_type: "varchar" });
    expect(at((await arrived(1))[0]?.body, "meta.entity")).toBe("deal_field");
    await listen({ event_object: "deal" });
    const ids = [control().createDeal({ title: "a" }), control().createDeal({ title: "b" })];
    const [loser = 0, survivor = 0] = ids.map((deal) => numberAt(deal, "id"));
    await arrived(3);
    await client.put(`/api/v1/deals/${loser}/merge`, { merge_with_id: survivor });
    const gone = (await arrived(4)).find(({ body }) => at(body, "meta.action") === "delete");
    expect(at(gone?.body, "meta.merged_to_id")).toBe(String(survivor));
  });

  it("tell of persons, pipelines, stages and users too", async () => {
    await listen();
    const token = textAt(control().state().users[0], "apiToken");
    const admin = api(sandbox.pipedrive.url, { "x-api-token": token });
    await admin.post("/api/v2/persons", { name: "Ada" });
    const pipeline = await admin.post("/api/v2/pipelines", { name: "New" });
    const pipeline_id = numberAt(pipeline.body, "data.id");
    const stage = await admin.post("/api/v2/stages", { name: "First", pipeline_id });
    await admin.del(`/api/v2/stages/${numberAt(stage.body, "data.id")}`);
    control().deactivateUser(987655);
    const told = (await arrived(5)).map(({ body }) =>
      [at(body, "meta.action"), at(body, "meta.entity")].map(String).join(" "),
    );
    expect(told.toSorted()).toEqual([
      "change user",
      "create person",
      "create pipeline",
      "create stage",
      "delete stage",
    ]);
  });

  it("come in the old form when asked for", async () => {
    await listen({ version: "1.0", event_object: "organization" });
    await client.post("/api/v2/organizations", { name: "Acme" });
    expect((await arrived(1))[0]?.body).toMatchObject({
      v: 1,
      event: "added.organization",
      current: { name: "Acme" },
      retry: 0,
    });
  });

  it("are tried again after 3, 30 and 150 seconds, and then no more", async () => {
    receiver.status = 500;
    await listen();
    control().createDeal({ title: "x" });
    expect(await tried(1)).toEqual([1]);
    const seen = [[1]];
    for (const gapMs of [3000, 30_000, 150_000]) {
      await eventually(() => (receiver.received.length === seen.length ? true : undefined), "the try before");
      control().advanceClock(gapMs);
      seen.push([...(await tried(seen.length + 1))]);
    }
    expect(seen.at(-1)).toEqual([1, 2, 3, 4]);
    expect(at(receiver.received.at(-1)?.body, "meta.attempt")).toBe(4);
  });

  it("are silent for half an hour after ten failed first tries, and end after three days without success", async () => {
    receiver.status = 500;
    await listen({ event_object: "deal" });
    for (let count = 1; count <= 10; count += 1) {
      control().createDeal({ title: String(count) });
      await tried(count);
    }
    control().createDeal({ title: "lost" });
    expect(listAt((await client.get(HOOKS)).body, "data")).toMatchObject([
      { is_active: 0, last_http_status: 500 },
    ]);
    control().advanceClock(4 * 86_400_000);
    const before = control().state().deliveries.length;
    control().createDeal({ title: "late" });
    await tried(before + 1);
    await eventually(
      () => (control().state().webhooks.length === 0 ? true : undefined),
      "the end of the webhook",
    );
  });

  it("are at most 40 of a user, need an address, and are seen by their maker alone", async () => {
    const refused = await client.post(HOOKS, {
      subscription_url: "http://app.example/hook",
      event_action: "*",
      event_object: "deal",
      name: "x",
    });
    expect([refused.status, at(refused.body, "errors.subscription_url.0")]).toEqual([
      400,
      "invalid or non-reachable URL",
    ]);
    const id = await listen();
    for (let count = 1; count < 40; count += 1) await listen({ event_object: "lead" });
    const one = { subscription_url: receiver.url, event_action: "*", event_object: "deal", name: "x" };
    control().advanceClock(2001);
    expect((await client.post(HOOKS, one)).status).toBe(422);
    const token = textAt(control().state().users[0], "apiToken");
    const byToken = api(sandbox.pipedrive.url, { "x-api-token": token });
    expect(listAt((await byToken.get(HOOKS)).body, "data")).toEqual([]);
    expect((await byToken.del(`${HOOKS}/${id}`)).status).toBe(404);
    expect((await client.del(`${HOOKS}/${id}`)).status).toBe(200);
    expect((await client.post(HOOKS, one)).status).toBe(201);
  });

  it("vanish with the app", async () => {
    await listen({ subscription_url: "https://app.example/hook" });
    await api(sandbox.pipedrive.url).post("/_control/users/987654/uninstall");
    expect(control().state().webhooks).toEqual([]);
  });
});
