import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, listAt, numberAt, textAt } from "../testing/call";
import type { Api } from "../testing/call";
import { pipedriveTokens } from "../testing/consent";

const FIELDS = "/api/v2/dealFields";

let sandbox: Sandbox;
let client: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
  const { access } = await pipedriveTokens(sandbox.pipedrive.url);
  client = api(sandbox.pipedrive.url, { authorization: `Bearer ${access}` });
});
afterAll(() => sandbox.stop());

describe("fields", () => {
  it("list built-in and custom ones, paged", async () => {
    const all = listAt((await client.get(FIELDS)).body, "data");
    const names = all.map((field) => at(field, "field_code"));
    expect(names).toContain("title");
    expect(all.filter((field) => at(field, "is_custom_field") === true)).toMatchObject([
      { field_name: "Purchase order" },
    ]);
    const first = await client.get(`${FIELDS}?limit=5`);
    const next = await client.get(
      `${FIELDS}?limit=5&cursor=${textAt(first.body, "additional_data.next_cursor")}`,
    );
    expect(at(next.body, "data.0.field_code")).toBe(names[5]);
  });

  it("are made with a 40-hex code, and a second one of the same name is a twin", async () => {
    const body = { field_name: "Billing id", field_type: "varchar", description: "Set by the sync." };
    const [one, two] = [await client.post(FIELDS, body), await client.post(FIELDS, body)];
    expect(textAt(one.body, "data.field_code")).toMatch(/^[0-9a-f]{40}$/);
    expect(at(one.body, "data.field_code")).not.toBe(at(two.body, "data.field_code"));
    expect(at(one.body, "data.description")).toBe("Set by the sync.");
  });

  it("can be renamed, not retyped", async () => {
    const made = await client.post(FIELDS, { field_name: "Old", field_type: "varchar" });
    const path = `${FIELDS}/${textAt(made.body, "data.field_code")}`;
    expect(at((await client.patch(path, { field_name: "New" })).body, "data.field_name")).toBe("New");
    expect((await client.patch(path, { field_type: "text" })).status).toBe(400);
    expect(at((await client.get(path)).body, "data.field_name")).toBe("New");
  });

  it("add, rename and delete options", async () => {
    const made = await client.post(FIELDS, {
      field_name: "Tier",
      field_type: "enum",
      options: [{ label: "Gold" }],
    });
    const path = `${FIELDS}/${textAt(made.body, "data.field_code")}`;
    const gold = numberAt(made.body, "data.options.0.id");
    const added = await client.post(`${path}/options`, [{ label: "Silver" }]);
    const silver = numberAt(added.body, "data.0.id");
    await client.patch(`${path}/options`, [{ id: gold, label: "Platinum" }]);
    expect(at((await client.get(path)).body, "data.options")).toEqual([
      { id: gold, label: "Platinum" },
      { id: silver, label: "Silver" },
    ]);
    const removed = await client.del(`${path}/options`, [{ id: gold }]);
    expect(at(removed.body, "data")).toEqual([{ id: gold, label: "Platinum" }]);
    expect((await client.del(`${path}/options`, [{ id: gold }])).status).toBe(400);
  });

  it("are limited by the plan", async () => {
    sandbox.pipedrive.control.setSwitches({ customFieldLimit: 1 });
    const refused = await client.post("/api/v2/organizationFields", {
      field_name: "x",
      field_type: "varchar",
    });
    expect([refused.status, at(refused.body, "code")]).toEqual([403, "feature_capping_custom_fields_limit"]);
  });

  it("have the same codes for the same seed, others for another", async () => {
    const codesOf = async (seed: number) => {
      const other = await startSandbox({ seed });
      const codes = other.pipedrive.control.state().dealFields.map((field) => field["field_code"]);
      await other.stop();
      return codes;
    };
    const own = sandbox.pipedrive.control.state().dealFields.map((field) => field["field_code"]);
    expect(own.slice(0, 19)).toEqual(await codesOf(1));
    expect(await codesOf(2)).not.toEqual(await codesOf(1));
  });
});
