import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { at, listAt, numberAt, textAt } from "../testing/call";
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

describe("rules that are not confirmed", () => {
  it.each([200, 404] as const)("a deleted deal is read with %i", async (status) => {
    setSwitches({ getDeletedStatus: status });
    const path = await deal();
    await client.del(path);
    expect((await client.get(path)).status).toBe(status);
  });

  it.each([
    [true, "ERR_DEAL_ARCHIVED"],
    [false, undefined],
  ] as const)("an archived deal refuses edits with 403, with a code: %s", async (editArchivedCode, code) => {
    setSwitches({ editArchivedStatus: 403, editArchivedCode });
    const path = await deal({ is_archived: true });
    const refused = await client.patch(path, { title: "x" });
    expect([refused.status, at(refused.body, "code")]).toEqual([403, code]);
    expect(textAt(refused.body, "error")).toContain("rchived");
  });

  it.each([true, false])("reopening clears the closing times: %s", async (reopenClearsTimes) => {
    setSwitches({ reopenClearsTimes });
    const path = await deal({ status: "won" });
    const open = await client.patch(path, { status: "open" });
    expect(at(open.body, "data.won_time") === null).toBe(reopenClearsTimes);
  });

  it.each([
    ["allowed", 200],
    ["refused", 400],
  ] as const)("another stage for a won deal is %s", async (stageChangeOnWon, status) => {
    setSwitches({ stageChangeOnWon });
    const path = await deal({ status: "won" });
    expect((await client.patch(path, { stage_id: 2 })).status).toBe(status);
    expect((await client.patch(path, { stage_id: 3, status: "open" })).status).toBe(200);
  });

  it.each([
    ["400-coded", 400, "ERR_SCHEMA_VALIDATION_FAILED"],
    ["400-plain", 400, undefined],
    ["403", 403, undefined],
    ["404", 404, undefined],
  ] as const)("an unknown reference is answered as %s", async (unknownReference, status, code) => {
    setSwitches({ unknownReference });
    for (const wrong of [
      { org_id: 1 },
      { stage_id: 99 },
      { owner_id: 1 },
      { currency: "XXX" },
      { person_id: 1 },
    ]) {
      const refused = await client.post(DEALS, { title: "x", ...wrong });
      expect([refused.status, at(refused.body, "code")]).toEqual([status, code]);
    }
  });

  it.each([
    ["refused", 400],
    ["accepted", 200],
  ] as const)("null where the specification has none is %s", async (nullForNonNullable, status) => {
    setSwitches({ nullForNonNullable });
    const org_id = await organization({ address: { value: "Here 1" } });
    const path = await deal({ org_id, expected_close_date: "2026-12-01" });
    const cleared = await client.patch(path, { org_id: null, expected_close_date: null });
    expect(cleared.status).toBe(status);
    const address = await client.patch(`${ORGANIZATIONS}/${org_id}`, { address: null });
    expect(address.status).toBe(status);
    if (status === 200)
      expect(at(cleared.body, "data")).toMatchObject({ org_id: null, expected_close_date: null });
    expect((await client.patch(path, { title: null })).status).toBe(400);
  });

  it.each([true, false])(
    "a write that changes nothing moves update_time: %s",
    async (noopMovesUpdateTime) => {
      setSwitches({ noopMovesUpdateTime });
      const path = await deal();
      const before = at((await client.get(path)).body, "data.update_time");
      sandbox.pipedrive.control.advanceClock(5000);
      const after = at((await client.patch(path, { title: "Deal" })).body, "data.update_time");
      expect(after !== before).toBe(noopMovesUpdateTime);
      expect(at((await client.patch(path, { title: "Other" })).body, "data.update_time")).not.toBe(before);
    },
  );

  it.each([true, false])("deleting an organization clears it on its deals: %s", async (isCleared) => {
    setSwitches({ organizationDeleteClearsDeals: isCleared });
    const org_id = await organization();
    const path = await deal({ org_id });
    await client.del(`${ORGANIZATIONS}/${org_id}`);
    expect(at((await client.get(path)).body, "data.org_id")).toBe(isCleared ? null : org_id);
  });

  it.each([true, false])("an address is taken apart: %s", async (geocodesAddress) => {
    setSwitches({ geocodesAddress });
    const id = await organization({ address: { value: "Hauptstr. 5, 10115 Berlin, Germany" } });
    expect(at((await client.get(`${ORGANIZATIONS}/${id}`)).body, "data.address")).toMatchObject(
      geocodesAddress
        ? {
            route: "Hauptstr.",
            street_number: "5",
            postal_code: "10115",
            locality: "Berlin",
            country: "Germany",
          }
        : { route: null, postal_code: null, country: null },
    );
  });

  it.each([true, false])(
    "reading one object shows fields without a value: %s",
    async (singleGetShowsNulls) => {
      setSwitches({ singleGetShowsNulls });
      const path = await deal();
      const shown = Object.keys(at((await client.get(path)).body, "data.custom_fields") ?? {});
      expect(shown.length > 0).toBe(singleGetShowsNulls);
      const listed = at((await client.get(DEALS)).body, "data.0.custom_fields");
      expect(Object.values(listed ?? {})).toEqual([null]);
    },
  );

  it.each([404, 410] as const)("a deleted field is read with %i", async (getDeletedFieldStatus) => {
    setSwitches({ getDeletedFieldStatus });
    const made = await client.post("/api/v2/dealFields", { field_name: "gone", field_type: "varchar" });
    const path = `/api/v2/dealFields/${textAt(made.body, "data.field_code")}`;
    await client.del(path);
    expect((await client.get(path)).status).toBe(getDeletedFieldStatus);
    expect((await client.get("/api/v2/dealFields/never")).status).toBe(404);
  });

  it("cursors grow old, where they do", async () => {
    setSwitches({ cursorLifeMs: 60_000 });
    await deal();
    await deal();
    const first = await client.get(`${DEALS}?limit=1`);
    const next = `${DEALS}?limit=1&cursor=${textAt(first.body, "additional_data.next_cursor")}`;
    expect(listAt((await client.get(next)).body, "data")).toHaveLength(1);
    sandbox.pipedrive.control.advanceClock(60_001);
    expect((await client.get(next)).status).toBe(400);
  });

  it.each([
    ["404-html", 404, undefined],
    ["410", 410, false],
    ["answers", 200, true],
  ] as const)("the old operations of v1 answer %s", async (legacyV1, status, success) => {
    setSwitches({ legacyV1 });
    const answer = await client.get("/api/v1/deals");
    expect([answer.status, at(answer.body, "success")]).toEqual([status, success]);
  });
});

describe("currencies", () => {
  it("can be the company's own, and be switched off", async () => {
    sandbox.pipedrive.control.setCurrency({ code: "XTK", name: "Token", decimalPoints: 4 });
    const path = await deal({ currency: "XTK" });
    const listed = await client.get("/api/v1/currencies?term=token");
    expect(listAt(listed.body, "data")).toMatchObject([
      { code: "XTK", is_custom_flag: true, decimal_points: 4 },
    ]);
    sandbox.pipedrive.control.setCurrency({ code: "XTK", isActive: false });
    expect((await client.patch(path, { currency: "XTK" })).status).toBe(400);
  });
});
