import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, listAt, numberAt } from "../testing/call";
import type { Api } from "../testing/call";
import { pipedriveTokens } from "../testing/consent";

const DEALS = "/api/v2/deals";
const DAY_MS = 86_400_000;

let sandbox: Sandbox;
let client: Api;

async function connect(): Promise<void> {
  const { access } = await pipedriveTokens(sandbox.pipedrive.url);
  client = api(sandbox.pipedrive.url, { authorization: `Bearer ${access}` });
}

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  await connect();
});

async function create(body: Record<string, unknown> = {}): Promise<number> {
  const made = await client.post(DEALS, { title: "Deal", ...body });
  expect(made.status).toBe(200);
  return numberAt(made.body, "data.id");
}

async function patch(id: number, body: Record<string, unknown>): Promise<unknown> {
  return at((await client.patch(`${DEALS}/${id}`, body)).body, "data");
}

async function ids(query: string): Promise<unknown[]> {
  return listAt((await client.get(`${DEALS}${query}`)).body, "data").map((row) => at(row, "id"));
}

describe("stage and pipeline", () => {
  it.each<[string, Record<string, unknown>, number, number]>([
    ["neither: the first stage of the default pipeline", {}, 1, 1],
    ["a pipeline alone: its first stage", { pipeline_id: 2 }, 2, 5],
    ["a stage alone: its pipeline", { stage_id: 7 }, 2, 7],
    ["both: the stage decides", { stage_id: 7, pipeline_id: 1 }, 2, 7],
  ])("on create, with %s", async (_what, body, pipeline_id, stage_id) => {
    const read = await client.get(`${DEALS}/${await create(body)}`);
    expect(at(read.body, "data")).toMatchObject({ pipeline_id, stage_id });
  });

  it("on patch: a pipeline alone moves to its first stage, a stage of another pipeline moves there", async () => {
    const id = await create({ stage_id: 8 });
    expect(await patch(id, { pipeline_id: 2 })).toMatchObject({ pipeline_id: 2, stage_id: 5 });
    expect(await patch(id, { stage_id: 3, pipeline_id: 2 })).toMatchObject({ pipeline_id: 1, stage_id: 3 });
  });

  it("note the time of a change of stage only", async () => {
    const id = await create();
    expect(await patch(id, { title: "x" })).toMatchObject({ stage_change_time: null });
    expect(at(await patch(id, { stage_id: 2 }), "stage_change_time")).toMatch(/^\d{4}-.*Z$/);
  });

  it("are refused for a deleted stage", async () => {
    sandbox.pipedrive.control.setSwitches({ appScopes: ["base", "deals:full", "admin"] });
    await connect();
    expect((await client.del("/api/v2/stages/8")).body).toEqual({ success: true, data: { id: 8 } });
    expect((await client.post(DEALS, { title: "x", stage_id: 8 })).status).toBe(400);
    const stages = await client.get("/api/v2/stages?pipeline_id=2&sort_by=order_nr");
    expect(listAt(stages.body, "data").map((row) => at(row, "name"))).toEqual([
      "Draft",
      "Sent",
      "Viewed",
      "Overdue",
      "Paid",
    ]);
  });
});

describe("status", () => {
  it("won and lost set their times, reopening clears them, the stage stays", async () => {
    const id = await create({ stage_id: 2 });
    const won = await patch(id, { status: "won" });
    expect(won).toMatchObject({ status: "won", stage_id: 2, lost_time: null });
    expect(at(won, "won_time")).toBe(at(won, "close_time"));
    const lost = await patch(id, {
      status: "lost",
      lost_reason: "written off",
      lost_time: "2026-11-01T10:00:00Z",
    });
    expect(lost).toMatchObject({
      won_time: null,
      lost_time: "2026-11-01T10:00:00Z",
      lost_reason: "written off",
    });
    const open = await patch(id, { status: "open" });
    expect(open).toMatchObject({ won_time: null, lost_time: null, close_time: null, lost_reason: null });
  });

  it("takes a won_time given in the same body", async () => {
    const id = await create();
    expect(await patch(id, { status: "won", won_time: "2026-11-02T08:00:00Z" })).toMatchObject({
      won_time: "2026-11-02T08:00:00Z",
    });
  });
});

describe("deleted and archived deals", () => {
  it("answer by id with is_deleted for 30 days, then 404", async () => {
    const id = await create();
    expect((await client.del(`${DEALS}/${id}`)).body).toEqual({ success: true, data: { id } });
    expect(at((await client.get(`${DEALS}/${id}`)).body, "data.is_deleted")).toBe(true);
    expect(await ids("")).toEqual([]);
    expect(await ids("?status=deleted")).toEqual([id]);
    sandbox.pipedrive.control.advanceClock(31 * DAY_MS);
    await connect();
    expect((await client.get(`${DEALS}/${id}`)).status).toBe(404);
    expect(await ids("?status=deleted")).toEqual([]);
  });

  it.each([400, 403, 404, 410] as const)(
    "refuse edits while deleted, with %i if switched so",
    async (status) => {
      sandbox.pipedrive.control.setSwitches({ editDeletedStatus: status });
      const id = await create();
      sandbox.pipedrive.control.deleteDeal(id);
      expect((await client.patch(`${DEALS}/${id}`, { title: "x" })).status).toBe(status);
      expect(await patch(id, { is_deleted: false })).toMatchObject({ is_deleted: false, title: "Deal" });
      expect(await patch(id, { title: "x" })).toMatchObject({ title: "x" });
    },
  );

  it("are apart and not editable while archived", async () => {
    const id = await create();
    expect(await patch(id, { is_archived: true })).toMatchObject({ is_archived: true });
    expect(await ids("")).toEqual([]);
    expect(await ids("/archived")).toEqual([id]);
    const refused = await client.patch(`${DEALS}/${id}`, { title: "x" });
    expect([refused.status, at(refused.body, "code")]).toEqual([400, "ERR_DEAL_ARCHIVED"]);
    expect(await patch(id, { is_archived: false })).toMatchObject({ is_archived: false, archive_time: null });
  });
});

describe("lists", () => {
  it("page by cursor without losing or doubling while rows are added", async () => {
    const made = [await create(), await create(), await create(), await create(), await create()];
    const first = await client.get(`${DEALS}?limit=2`);
    await create();
    const seen = listAt(first.body, "data").map((row) => at(row, "id"));
    let cursor = at(first.body, "additional_data.next_cursor");
    while (typeof cursor === "string") {
      const page = await client.get(`${DEALS}?limit=2&cursor=${cursor}`);
      seen.push(...listAt(page.body, "data").map((row) => at(row, "id")));
      cursor = at(page.body, "additional_data.next_cursor");
    }
    expect(seen).toEqual([...made, (made.at(-1) ?? 0) + 1]);
  });

  it("filter by organization, stage, status, ids and time", async () => {
    const organization = await client.post("/api/v2/organizations", { name: "Acme" });
    const org_id = numberAt(organization.body, "data.id");
    const first = await create({ org_id, stage_id: 6 });
    sandbox.pipedrive.control.advanceClock(10_000);
    const since = sandbox.pipedrive.control.state().now.slice(0, 19);
    const second = await create({ status: "won" });
    expect(await ids(`?org_id=${org_id}`)).toEqual([first]);
    expect(await ids("?stage_id=6")).toEqual([first]);
    expect(await ids("?status=won,lost")).toEqual([second]);
    expect(await ids(`?ids=${first},1`)).toEqual([first]);
    expect(await ids(`?updated_since=${since}Z`)).toEqual([second]);
    expect(await ids(`?updated_until=${since}Z`)).toEqual([first]);
    expect(await ids("?sort_by=update_time&sort_direction=desc")).toEqual([second, first]);
  });
});

describe("organizations", () => {
  it("replace their address as a whole, and may share a name", async () => {
    const address = { value: "Hauptstr. 5, Berlin", locality: "Berlin" };
    const made = await client.post("/api/v2/organizations", { name: "Acme", address });
    const path = `/api/v2/organizations/${numberAt(made.body, "data.id")}`;
    expect(at(made.body, "data.address")).toMatchObject({ ...address, route: null });
    const changed = await client.patch(path, { address: { value: "Elsewhere" } });
    expect(at(changed.body, "data.address")).toMatchObject({ value: "Elsewhere", locality: null });
    expect((await client.post("/api/v2/organizations", { name: "Acme" })).status).toBe(200);
  });

  it("are never listed once deleted, refuse edits and new deals, and leave their deals as they were", async () => {
    const made = await client.post("/api/v2/organizations", { name: "Acme" });
    const org_id = numberAt(made.body, "data.id");
    const deal = await create({ org_id });
    await client.del(`/api/v2/organizations/${org_id}`);
    expect(listAt((await client.get("/api/v2/organizations")).body, "data")).toEqual([]);
    expect(at((await client.get(`/api/v2/organizations/${org_id}`)).body, "data.is_deleted")).toBe(true);
    expect((await client.patch(`/api/v2/organizations/${org_id}`, { name: "x" })).status).toBe(404);
    expect((await client.post(DEALS, { title: "x", org_id })).status).toBe(400);
    expect(at((await client.get(`${DEALS}/${deal}`)).body, "data.org_id")).toBe(org_id);
  });
});

describe("unknown things", () => {
  it("answer 404 in JSON for an id, in HTML for a path", async () => {
    const id = await client.get(`${DEALS}/1`);
    expect([id.status, at(id.body, "error")]).toEqual([404, "Entity was not found"]);
    const path = await client.get("/api/v2/users/me");
    expect([path.status, path.body]).toEqual([404, undefined]);
    expect(path.headers.get("content-type")).toContain("text/html");
    expect((await client.get("/api/v1/deals")).status).toBe(404);
  });
});
