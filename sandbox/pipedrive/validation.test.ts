import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, numberAt, textAt } from "../testing/call";
import type { Answer, Api } from "../testing/call";
import { pipedriveTokens } from "../testing/consent";

let sandbox: Sandbox;
let client: Api;

const TYPES = [
  "varchar",
  "varchar_auto",
  "text",
  "double",
  "monetary",
  "date",
  "daterange",
  "time",
  "timerange",
  "set",
  "enum",
  "user",
  "org",
  "people",
  "phone",
  "address",
];
const codes = new Map<string, string>();
const options = new Map<string, number>();

beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.pipedrive.control.setSwitches({ burstOAuth: 10_000 });
  const { access } = await pipedriveTokens(sandbox.pipedrive.url);
  client = api(sandbox.pipedrive.url, { authorization: `Bearer ${access}` });
  for (const field_type of TYPES) {
    const hasOptions = field_type === "set" || field_type === "enum";
    const labels = hasOptions ? { options: [{ label: "A" }, { label: "B" }] } : {};
    const made = await client.post("/api/v2/dealFields", { field_name: field_type, field_type, ...labels });
    codes.set(field_type, textAt(made.body, "data.field_code"));
    if (hasOptions) options.set(field_type, numberAt(made.body, "data.options.0.id"));
  }
});
afterAll(() => sandbox.stop());

function expectInvalid(answer: Answer, hint = ""): void {
  expect([answer.status, at(answer.body, "code")]).toEqual([400, "ERR_SCHEMA_VALIDATION_FAILED"]);
  expect(textAt(answer.body, "error")).toContain(hint);
}

function codeOf(type: string): string {
  return codes.get(type) ?? "";
}

// Option ids are known only once the fields are made, so a value may be a function of them.
type Value =
  | (() => unknown)
  | { readonly [key: string]: unknown }
  | boolean
  | number
  | string
  | null
  | readonly unknown[];

function resolve(value: Value): unknown {
  return typeof value === "function" ? value() : value;
}

describe("bodies of deals", () => {
  it.each<[string, Record<string, unknown>]>([
    ["title", {}],
    ["title", { title: "" }],
    ["title", { title: 7 }],
    ["foo", { title: "x", foo: 1 }],
    ["user_id", { title: "x", user_id: 987654 }],
    ["label", { title: "x", label: "hot" }],
    ["add_time", { title: "x", add_time: "2026-01-01T00:00:00Z" }],
    ["value", { title: "x", value: "100" }],
    ["currency", { title: "x", currency: "XXX" }],
    ["org_id", { title: "x", org_id: 1 }],
    ["org_id", { title: "x", org_id: null }],
    ["org_id", { title: "x", org_id: "7" }],
    ["owner_id", { title: "x", owner_id: 1 }],
    ["stage_id", { title: "x", stage_id: 99 }],
    ["pipeline_id", { title: "x", pipeline_id: 99 }],
    ["status", { title: "x", status: "paid" }],
    ["probability", { title: "x", probability: 101 }],
    ["visible_to", { title: "x", visible_to: 2 }],
    ["visible_to", { title: "x", visible_to: "3" }],
    ["expected_close_date", { title: "x", expected_close_date: "23.11.2026" }],
    ["expected_close_date", { title: "x", expected_close_date: "2026-02-30" }],
    ["lost", { title: "x", lost_reason: "too dear" }],
    ["lost", { title: "x", status: "won", lost_reason: "too dear" }],
    ["won", { title: "x", won_time: "2026-11-01T00:00:00Z" }],
    ["won", { title: "x", status: "lost", won_time: "2026-11-01T00:00:00Z" }],
    ["close_time", { title: "x", close_time: "2026-11-01T00:00:00Z" }],
    ["custom_fields", { title: "x", custom_fields: [] }],
    ["nonsense", { title: "x", custom_fields: { nonsense: 1 } }],
    ["title", { title: "x", custom_fields: { title: "built-in" } }],
  ])("are refused, naming %s: %j", async (hint, body) => {
    expectInvalid(await client.post("/api/v2/deals", body), hint);
  });

  it("are refused when they are not JSON at all", async () => {
    const answer = await fetch(`${sandbox.pipedrive.url}/api/v2/deals`, {
      method: "POST",
      headers: { "x-api-token": String(sandbox.pipedrive.control.state().users[0]?.["apiToken"]) },
      body: "{",
    });
    expect(answer.status).toBe(400);
  });

  it("are refused with a custom code at top level", async () => {
    expectInvalid(
      await client.post("/api/v2/deals", { title: "x", [codeOf("varchar")]: "v" }),
      codeOf("varchar"),
    );
  });

  it("write nothing when refused", async () => {
    const made = await client.post("/api/v2/deals", { title: "whole or not at all" });
    const path = `/api/v2/deals/${numberAt(made.body, "data.id")}`;
    expectInvalid(await client.patch(path, { title: "changed", custom_fields: { nonsense: 1 } }));
    expect(at((await client.get(path)).body, "data.title")).toBe("whole or not at all");
  });
});

describe("custom values", () => {
  it.each<[string, Value]>([
    ["varchar", "cus_8812"],
    ["text", "long"],
    ["phone", "+49 30 1"],
    ["double", 1.5],
    ["monetary", { value: 99.9, currency: "EUR" }],
    ["date", "2026-11-23"],
    ["daterange", { value: "2026-11-01", until: "2026-11-30" }],
    ["time", { value: "09:30:00", timezone_id: 92, timezone_name: "Europe/Berlin" }],
    ["timerange", { value: "09:30:00", until: "10:00:00" }],
    ["enum", () => options.get("enum")],
    ["set", () => [options.get("set")]],
    ["user", 987654],
    ["varchar", null],
    ["set", null],
  ])("of type %s are kept: %j", async (type, value) => {
    const code = codeOf(type);
    const made = await client.post("/api/v2/deals", {
      title: "x",
      custom_fields: { [code]: resolve(value) },
    });
    expect(at(made.body, `data.custom_fields.${code}`)).toEqual(resolve(value));
  });

  it.each<[string, Value]>([
    ["varchar", 7],
    ["varchar", "x".repeat(256)],
    ["double", "1.5"],
    ["monetary", 99.9],
    ["monetary", { value: "99.9", currency: "EUR" }],
    ["monetary", { value: 99.9, currency: "XXX" }],
    ["monetary", { value: 99.9 }],
    ["date", "2026-02-30"],
    ["date", "2026-11-23T00:00:00Z"],
    ["daterange", "2026-11-01"],
    ["time", "09:30"],
    ["enum", 999],
    ["enum", "A"],
    ["set", []],
    ["set", () => options.get("set")],
    ["user", "987654"],
    ["address", "Hauptstr. 5"],
  ])("of type %s are refused: %j", async (type, value) => {
    const code = codeOf(type);
    const answer = await client.post("/api/v2/deals", {
      title: "x",
      custom_fields: { [code]: resolve(value) },
    });
    expectInvalid(answer, code);
  });

  it("of a deleted field refuse the whole write", async () => {
    const made = await client.post("/api/v2/dealFields", { field_name: "gone", field_type: "varchar" });
    const code = textAt(made.body, "data.field_code");
    const removed = await client.del(`/api/v2/dealFields/${code}`);
    expect(at(removed.body, "data.field_code")).toBe(code);
    expectInvalid(await client.post("/api/v2/deals", { title: "x", custom_fields: { [code]: "v" } }), code);
  });

  it("come with labels when asked, all of them with nulls by default, or just those named", async () => {
    const code = codeOf("enum");
    const made = await client.post("/api/v2/deals", {
      title: "x",
      custom_fields: { [code]: options.get("enum") },
    });
    const path = `/api/v2/deals/${numberAt(made.body, "data.id")}`;
    const all = at((await client.get(path)).body, "data.custom_fields");
    expect(Object.keys(all ?? {})).toHaveLength(TYPES.length + 1);
    expect(at(all, codeOf("date"))).toBeNull();
    const named = await client.get(`${path}?custom_fields=${code}&include_option_labels=true`);
    expect(at(named.body, "data.custom_fields")).toEqual({ [code]: { id: options.get("enum"), label: "A" } });
  });
});

describe("queries", () => {
  it.each([
    "/api/v2/deals?foo=1",
    "/api/v2/deals?limit=501",
    "/api/v2/deals?limit=0",
    "/api/v2/deals?limit=x",
    "/api/v2/deals?cursor=nonsense",
    "/api/v2/deals?status=overdue",
    "/api/v2/deals?sort_by=title",
    "/api/v2/deals?updated_since=2026-11-23T10:00:00.123Z",
    "/api/v2/deals?updated_since=2026-11-23",
    `/api/v2/deals?ids=${Array.from({ length: 101 }, (_one, index) => index + 1).join(",")}`,
    "/api/v2/deals?filter_id=1",
    "/api/v2/deals/archived?include_option_labels=true",
    "/api/v2/deals/x",
    "/api/v2/organizations?status=open",
    "/api/v2/pipelines?updated_since=2026-11-23T10:00:00Z",
    "/api/v2/stages?updated_since=2026-11-23T10:00:00Z",
    "/api/v2/stages/1?foo=1",
    "/api/v2/dealFields?include_fields=nonsense",
    "/api/v2/organizations/search?term=x",
    "/api/v2/organizations/search?term=xx&limit=101",
    "/api/v2/itemSearch/field?term=x&entity_type=deal&field=nonsense",
  ])("are refused: %s", async (path) => {
    sandbox.pipedrive.control.advanceClock(2000);
    expectInvalid(await client.get(path));
  });

  it.each([
    "/api/v2/deals?status=open,won,lost&sort_by=update_time&sort_direction=desc&limit=500",
    "/api/v2/deals?updated_since=2026-11-23T10:00:00Z&include_fields=activities_count",
    "/api/v2/stages?pipeline_id=2&sort_by=order_nr",
    "/api/v2/organizations?ids=1,2,3&include_labels=true",
    "/api/v2/organizationFields?include_fields=ui_visibility,required_fields",
    "/api/v2/organizations/search?term=x&exact_match=true&fields=custom_fields",
  ])("are taken: %s", async (path) => {
    expect((await client.get(path)).status).toBe(200);
  });
});

describe("bodies of organizations and fields", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["/api/v2/organizations", {}, "name"],
    ["/api/v2/organizations", { name: "x", address: "Hauptstr. 5" }, "address"],
    [
      "/api/v2/organizations",
      { name: "x", address: { value: "a", formatted_address: "a" } },
      "formatted_address",
    ],
    ["/api/v2/organizations", { name: "x", is_deleted: false }, "is_deleted"],
    ["/api/v2/organizations", { name: "x", employee_count: "5" }, "employee_count"],
    ["/api/v2/dealFields", { field_name: "x" }, "field_type"],
    ["/api/v2/dealFields", { field_name: "x", field_type: "money" }, "field_type"],
    ["/api/v2/dealFields", { field_name: "x", field_type: "enum" }, "options"],
    ["/api/v2/dealFields", { field_name: "", field_type: "varchar" }, "field_name"],
    [
      "/api/v2/organizationFields",
      { field_name: "x", field_type: "varchar", description: "y" },
      "description",
    ],
  ])("to %s are refused: %j", async (path, body, hint) => {
    expectInvalid(await client.post(path, body), hint);
  });

  it("write built-in fields never", async () => {
    expectInvalid(await client.patch("/api/v2/dealFields/title", { field_name: "x" }));
    expectInvalid(await client.del("/api/v2/dealFields/title"));
  });
});
