import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { at, listAt, numberAt, textAt } from "../testing/call";
import type { Api } from "../testing/call";
import { connectPipedrive } from "../testing/pipedrive-client";

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

function learn(): void {
  sandbox.pipedrive.control.advanceClock(6000);
}

async function items(path: string): Promise<readonly unknown[]> {
  learn();
  return listAt((await client.get(path)).body, "data.items").map((row) => at(row, "item"));
}

describe("the index", () => {
  it("shows an old name until it learns the new one", async () => {
    const made = await client.post(ORGANIZATIONS, { name: "Before" });
    learn();
    await client.patch(`${ORGANIZATIONS}/${numberAt(made.body, "data.id")}`, { name: "After" });
    const early = await client.get(`${ORGANIZATIONS}/search?term=before`);
    expect(listAt(early.body, "data.items")).toHaveLength(1);
    expect(await items(`${ORGANIZATIONS}/search?term=before`)).toEqual([]);
    expect(await items(`${ORGANIZATIONS}/search?term=after`)).toMatchObject([{ name: "After" }]);
  });
});

describe("searching deals", () => {
  it("finds archived ones too, and narrows by status, person and organization", async () => {
    const organization = await client.post(ORGANIZATIONS, { name: "Acme" });
    const org_id = numberAt(organization.body, "data.id");
    await client.post("/api/v2/deals", { title: "Invoice one", org_id, is_archived: true });
    await client.post("/api/v2/deals", { title: "Invoice two", status: "won" });
    const search = "/api/v2/deals/search?term=INVOICE";
    expect(await items(search)).toMatchObject([
      { title: "Invoice one", is_archived: true, organization: { id: org_id, name: "Acme" } },
      { title: "Invoice two", is_archived: false, organization: null },
    ]);
    expect(await items(`${search}&status=won`)).toHaveLength(1);
    expect(await items(`${search}&organization_id=${org_id}`)).toHaveLength(1);
    expect(await items(`${search}&person_id=1`)).toEqual([]);
    expect(await items(`${search}&fields=custom_fields`)).toEqual([]);
  });

  it("reads only custom fields of searchable types", async () => {
    const codes: string[] = [];
    for (const field_type of ["varchar", "date"]) {
      const made = await client.post("/api/v2/dealFields", { field_name: field_type, field_type });
      codes.push(textAt(made.body, "data.field_code"));
    }
    const [text = "", date = ""] = codes;
    const custom_fields = { [text]: "PO-77", [date]: "2026-11-23" };
    await client.post("/api/v2/deals", { title: "x", custom_fields });
    expect(await items("/api/v2/deals/search?term=po-77")).toMatchObject([{ custom_fields: ["PO-77"] }]);
    expect(await items("/api/v2/deals/search?term=2026-11-23")).toEqual([]);
  });
});

describe("searching everything", () => {
  it("finds persons by e-mail, and only the kinds asked for", async () => {
    await client.post("/api/v2/persons", { name: "Ada", emails: [{ value: "ada@find.example" }] });
    await client.post(ORGANIZATIONS, { name: "find.example Ltd" });
    expect(await items("/api/v2/persons/search?term=find.example&fields=email")).toHaveLength(1);
    expect(await items("/api/v2/itemSearch?term=find.example")).toHaveLength(2);
    expect(await items("/api/v2/itemSearch?term=find.example&item_types=person,product")).toMatchObject([
      { type: "person", emails: ["ada@find.example"] },
    ]);
  });
});

describe("switches", () => {
  it.each([
    [100, 400],
    [500, 200],
  ] as const)("let a search ask for at most %i", async (searchLimitMax, status) => {
    sandbox.pipedrive.control.setSwitches({ searchLimitMax });
    expect((await client.get(`${ORGANIZATIONS}/search?term=acme&limit=101`)).status).toBe(status);
  });

  it.each([
    ["flat", { name: "Acme" }],
    ["scored", { result_score: 1, item: { name: "Acme" } }],
  ] as const)("show rows of one field %s", async (fieldSearchRows, row) => {
    sandbox.pipedrive.control.setSwitches({ fieldSearchRows });
    await client.post(ORGANIZATIONS, { name: "Acme" });
    learn();
    const path = "/api/v2/itemSearch/field?term=Acme&entity_type=organization&field=name";
    expect(listAt((await client.get(path)).body, "data")).toMatchObject([row]);
  });

  it("count a search in the main window too, where that is so", async () => {
    sandbox.pipedrive.control.setSwitches({ searchCountsInMainWindow: true, burstOAuth: 1 });
    expect((await client.get(`${ORGANIZATIONS}/search?term=acme`)).status).toBe(200);
    expect((await client.get("/api/v2/pipelines")).status).toBe(429);
  });
});
