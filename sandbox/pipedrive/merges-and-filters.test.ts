import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { at, listAt, numberAt } from "../testing/call";
import type { Api } from "../testing/call";
import { connectPipedrive } from "../testing/pipedrive-client";

const DEALS = "/api/v2/deals";
const ORGANIZATIONS = "/api/v2/organizations";

let sandbox: Sandbox;
let client: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  client = await connectPipedrive(sandbox.pipedrive.url);
});

function setSwitches(patch: Parameters<Sandbox["pipedrive"]["control"]["setSwitches"]>[0]): void {
  sandbox.pipedrive.control.setSwitches(patch);
}

async function deal(body: Record<string, unknown> = {}): Promise<string> {
  const made = await client.post(DEALS, { title: "Deal", ...body });
  expect(made.status).toBe(200);
  return `${DEALS}/${numberAt(made.body, "data.id")}`;
}

async function organization(body: Record<string, unknown> = {}): Promise<number> {
  return numberAt((await client.post(ORGANIZATIONS, { name: "Acme", ...body })).body, "data.id");
}

describe("merges", () => {
  it.each([
    ["merge_with_id", 1],
    ["path", 0],
  ] as const)(
    "of organizations leave the one of %s, with all deals and persons",
    async (mergeSurvivor, place) => {
      setSwitches({ mergeSurvivor });
      const ids = [
        await organization({ website: "https://acme.example" }),
        await organization({ name: "Acme AG" }),
      ];
      const [pathId = 0, withId = 0] = ids;
      const deals = [await deal({ org_id: pathId }), await deal({ org_id: withId })];
      await client.post("/api/v2/persons", { name: "Ada", org_id: ids[1 - place] });
      const merged = await client.put(`/api/v1/organizations/${pathId}/merge`, { merge_with_id: withId });
      const survivor = ids[place] ?? 0;
      expect(at(merged.body, "data")).toEqual({ id: survivor });
      for (const path of deals) expect(at((await client.get(path)).body, "data.org_id")).toBe(survivor);
      expect(listAt((await client.get(`/api/v2/persons?org_id=${survivor}`)).body, "data")).toHaveLength(1);
      const kept = at((await client.get(`${ORGANIZATIONS}/${survivor}`)).body, "data");
      expect(kept).toMatchObject({ website: "https://acme.example", is_deleted: false });
      const lost = await client.get(`${ORGANIZATIONS}/${ids[1 - place] ?? 0}`);
      expect(at(lost.body, "data.is_deleted")).toBe(true);
    },
  );

  it("of deals fill what the survivor lacks, and refuse what is not there", async () => {
    const [a, b] = [await deal({ org_id: await organization() }), await deal()];
    const [idA, idB] = [a, b].map((path) => Number(path.split("/").at(-1)));
    const merged = await client.put(`/api/v1/deals/${idA ?? 0}/merge`, { merge_with_id: idB });
    expect(at(merged.body, "data")).toMatchObject({ id: idB, merge_what_id: idB });
    expect(at((await client.get(b)).body, "data.org_id")).not.toBeNull();
    expect(at((await client.get(a)).body, "data.is_deleted")).toBe(true);
    expect((await client.put(`/api/v1/deals/${idB ?? 0}/merge`, { merge_with_id: idA })).status).toBe(404);
    expect((await client.put(`/api/v1/deals/${idB ?? 0}/merge`, { merge_with_id: idB })).status).toBe(400);
    expect((await client.put(`/api/v1/deals/${idB ?? 0}/merge`, { merge_with_id: 1 })).status).toBe(404);
  });
});

describe("persons", () => {
  it("are made, found by organization, linked to deals and deleted", async () => {
    const org_id = await organization();
    const made = await client.post("/api/v2/persons", {
      name: "Ada Lovelace",
      org_id,
      emails: [{ value: "ada@acme.example" }],
    });
    expect(at(made.body, "data")).toMatchObject({
      first_name: "Ada",
      last_name: "Lovelace",
      emails: [{ value: "ada@acme.example", primary: true, label: "work" }],
    });
    const person_id = numberAt(made.body, "data.id");
    await deal({ person_id });
    expect(listAt((await client.get(`${DEALS}?person_id=${person_id}`)).body, "data")).toHaveLength(1);
    const path = `/api/v2/persons/${person_id}`;
    expect(at((await client.patch(path, { job_title: "Countess" })).body, "data.job_title")).toBe("Countess");
    expect((await client.patch(path, { custom_fields: { x: 1 } })).status).toBe(400);
    await client.del(path);
    expect(listAt((await client.get("/api/v2/persons")).body, "data")).toEqual([]);
    expect((await client.patch(path, { name: "x" })).status).toBe(404);
  });
});

describe("filters", () => {
  async function fieldId(key: string): Promise<number> {
    const fields = listAt((await client.get("/api/v1/dealFields?limit=500")).body, "data");
    return numberAt(
      fields.find((field) => at(field, "key") === key),
      "id",
    );
  }

  it("choose by numeric field ids, override ids and owner, and can be removed", async () => {
    const first = await deal({ value: 10 });
    await deal({ value: 200 });
    const conditions = {
      glue: "and",
      conditions: [
        {
          glue: "and",
          conditions: [{ object: "deal", field_id: await fieldId("value"), operator: "<", value: 100 }],
        },
        { glue: "or", conditions: [] },
      ],
    };
    const made = await client.post("/api/v1/filters", { name: "Small", type: "deals", conditions });
    const id = numberAt(made.body, "data.id");
    const found = await client.get(`${DEALS}?filter_id=${id}&owner_id=1&ids=1`);
    expect(listAt(found.body, "data").map((row) => `${DEALS}/${numberAt(row, "id")}`)).toEqual([first]);
    expect((await client.get(`${ORGANIZATIONS}?filter_id=${id}`)).status).toBe(400);
    expect((await client.del(`/api/v1/filters/${id}`)).status).toBe(200);
    expect((await client.get(`${DEALS}?filter_id=${id}`)).status).toBe(400);
  });

  it("refuse a field that is not there", async () => {
    const conditions = {
      glue: "and",
      conditions: [{ glue: "and", conditions: [{ object: "deal", field_id: 1, operator: "=", value: "x" }] }],
    };
    const refused = await client.post("/api/v1/filters", { name: "x", type: "deals", conditions });
    expect(refused.status).toBe(400);
  });
});
