import { parse } from "node-html-parser";
import type { HTMLElement } from "node-html-parser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../../start-sandbox";
import type { Sandbox } from "../../start-sandbox";
import { api, call } from "../../testing/call";
import { pipedriveTokens } from "../../testing/consent";
import { browse, texts } from "../testing/browse";

const HOSTILE = `<img src=x onerror="alert(1)"> & 'Co'`;

let sandbox: Sandbox;
const { open, post } = browse(() => sandbox.pipedrive.url);

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.pipedrive.control.reset();
});

function makeDeal(input: Readonly<Record<string, unknown>> = {}): number {
  return Number(sandbox.pipedrive.control.createDeal({ title: "Acme – 1", stage_id: 5, ...input })["id"]);
}

function dealOf(id: number) {
  return sandbox.pipedrive.control.state().deals.find((deal) => deal["id"] === id);
}

describe("the board", () => {
  it("shows names of any kind as text, on every page", async () => {
    const org_id = Number(sandbox.pipedrive.control.createOrganization({ name: HOSTILE })["id"]);
    const id = makeDeal({ title: HOSTILE, org_id });
    for (const path of ["/", `/deals/${id}`, "/organizations", `/organizations/${org_id}`]) {
      expect((await call(`${sandbox.pipedrive.url}${path}`)).text, path).not.toMatch(/<img/);
    }
    const board = await open("/");
    expect(texts(board, ".deal > a")).toEqual([HOSTILE]);
    expect(texts(board, ".deal .org")).toEqual([HOSTILE]);
  });

  it("has a column for each stage in order, with count and sums per currency", async () => {
    makeDeal({ value: 0.1, currency: "EUR" });
    makeDeal({ value: 0.2, currency: "EUR" });
    makeDeal({ value: 1500, currency: "JPY" });
    makeDeal({ stage_id: 10, status: "won" });
    const board = await open("/");
    expect(texts(board, ".stage h2")).toEqual([
      "Draft 3",
      "Sent 0",
      "Viewed 0",
      "Partly paid 0",
      "Overdue 0",
      "Paid 1",
    ]);
    expect(texts(board, ".stage header p").at(0)).toBe("0.30 EUR · 1,500 JPY");
  });

  it("leaves out deleted and archived deals, and shows a pipeline or a status when asked", async () => {
    makeDeal({ title: "stays" });
    makeDeal({ title: "archived", is_archived: true });
    sandbox.pipedrive.control.deleteDeal(makeDeal({ title: "deleted" }));
    makeDeal({ title: "elsewhere", stage_id: 1 });
    makeDeal({ title: "won", status: "won" });
    expect(texts(await open("/?pipeline=2"), ".deal > a").toSorted()).toEqual(["stays", "won"]);
    expect(texts(await open("/?pipeline=1"), ".deal > a")).toEqual(["elsewhere"]);
    expect(texts(await open("/?pipeline=2&status=won"), ".deal > a")).toEqual(["won"]);
  });

  it("marks late and closed deals by words, not by colour alone", async () => {
    makeDeal({ expected_close_date: "2020-01-01" });
    makeDeal({ status: "lost" });
    makeDeal({ expected_close_date: "2999-01-01" });
    expect(texts(await open("/"), ".deal .badge")).toEqual(["open", "✕ lost", "! late"]);
  });

  it("shows the newest of many cards, and more on demand", async () => {
    for (let made = 1; made <= 30; made += 1) makeDeal({ title: `Deal ${made}` });
    const board = await open("/");
    expect(texts(board, ".deal > a").slice(0, 2)).toEqual(["Deal 30", "Deal 29"]);
    expect(texts(board, ".deal")).toHaveLength(25);
    expect(texts(board, ".stage .hint")).toEqual(["The newest 25 of 30. Show more"]);
    const more = board.querySelector(".stage .hint a")?.getAttribute("href") ?? "";
    expect(texts(await open(more), ".deal")).toHaveLength(30);
  });

  it("keeps companies apart, though their ids are the same", async () => {
    const other = sandbox.pipedrive.control.createCompany({ name: "Nordwind", domain: "nordwind" });
    const id = makeDeal({ title: "Acme's" });
    sandbox.pipedrive.control.forCompany(other.company.id).createDeal({ title: "Nordwind's", stage_id: 5 });
    expect(texts(await open(`/deals/${id}?company=${other.company.id}`), "h1")[0]).toContain("Nordwind's");
    expect(texts(await open(`/deals/${id}`), "h1")[0]).toContain("Acme's");
    expect((await call(`${sandbox.pipedrive.url}/?company=1`)).status).toBe(404);
  });
});

describe("acting as a user of the company", () => {
  it("moves a card, and says where it is refused", async () => {
    const id = makeDeal();
    const moved = await post(`/deals/${id}/stage`, { stage_id: "7", back: "/?pipeline=2" });
    expect([moved.status, moved.headers.get("location")]).toEqual([303, "/?pipeline=2&did=deal-moved"]);
    expect(dealOf(id)).toMatchObject({ stage_id: 7 });
    const refused = await post(`/deals/${id}/stage`, { stage_id: "999", back: "/" });
    const told = await open(refused.headers.get("location") ?? "");
    expect(told.querySelector("#notice")?.text).toContain("Refused:");
    expect(dealOf(id)).toMatchObject({ stage_id: 7 });
  });

  it("edits a deal, says at the field what is wrong, and keeps what was typed", async () => {
    const id = makeDeal();
    const edit = { title: "Renamed", value: "12.5", currency: "USD", expected_close_date: "2026-12-31" };
    expect((await post(`/deals/${id}`, edit)).status).toBe(303);
    expect(dealOf(id)).toMatchObject({ ...edit, value: 12.5 });
    const wrong = await post(`/deals/${id}`, { ...edit, title: "", value: "much" });
    const page = parse(wrong.text);
    expect([wrong.status, texts(page, ".wrong")]).toEqual([
      422,
      ["Give the deal a title.", "Write an amount such as 1500.00."],
    ]);
    expect(page.querySelector("#edit-deal-value")?.getAttribute("value")).toBe("much");
    const unknown = await post(`/deals/${id}`, { ...edit, currency: "XXX" });
    expect([unknown.status, texts(parse(unknown.text), "#edit-deal [role=alert]").length]).toEqual([422, 1]);
    expect(dealOf(id)).toMatchObject({ title: "Renamed", currency: "USD" });
  });

  it("closes, reopens, archives, deletes and restores a deal by its buttons", async () => {
    const id = makeDeal();
    const steps = ["won", "reopen", "lost", "archive", "unarchive", "delete", "restore"];
    for (const step of steps) {
      const label = step === "unarchive" ? "Bring back from the archive" : step;
      const offered = texts(await open(`/deals/${id}`), "[aria-labelledby=acts-title] button");
      expect(offered.map((text) => text.toLowerCase())).toContain(label.toLowerCase());
      expect((await post(`/deals/${id}/acts/${step}`)).headers.get("location")).toBe(
        `/deals/${id}?did=${step}`,
      );
    }
    expect(dealOf(id)).toMatchObject({ status: "lost", is_deleted: false, is_archived: false });
  });

  it("makes deals and organizations from forms", async () => {
    expect((await post("/organizations", { name: "Acme" })).status).toBe(303);
    expect((await post("/organizations", { name: "" })).status).toBe(422);
    const organization = sandbox.pipedrive.control.state().organizations[0]?.["id"];
    const deal = {
      title: "New",
      value: "10",
      currency: "EUR",
      stage_id: "6",
      org_id: String(organization),
      expected_close_date: "",
    };
    expect((await post("/deals", deal)).status).toBe(303);
    expect(sandbox.pipedrive.control.state().deals).toMatchObject([
      { title: "New", org_id: organization, stage_id: 6 },
    ]);
    await post(`/organizations/${String(organization)}`, { name: "Acme & Co" });
    expect(texts(await open("/organizations"), "tbody a")).toEqual(["Acme & Co"]);
    await post(`/organizations/${String(organization)}/delete`);
    expect((await open("/organizations")).text).toContain("No organizations yet.");
  });

  it("shows every field with its name, and an option by its label", async () => {
    const { organizationFields } = sandbox.pipedrive.control.state();
    const region = organizationFields.find((field) => field["field_name"] === "Region");
    const code = String(region?.["field_code"]);
    const made = sandbox.pipedrive.control.createOrganization({
      name: "Acme",
      custom_fields: { [code]: 22 },
    });
    const values = texts(
      await open(`/organizations/${String(made["id"])}`),
      "[aria-labelledby=fields-title] dd",
    );
    expect(values).toContain(`South ${code}`);
  });
});

describe("calls and apps", () => {
  it("lists calls with their cost beside the day's budget", async () => {
    const token = String(sandbox.pipedrive.control.state().users[0]?.["apiToken"]);
    await api(sandbox.pipedrive.url, { "x-api-token": token }).post("/api/v2/deals", { title: "By the API" });
    const page = await open("/calls");
    expect(texts(page, "tbody code")).toEqual(["POST /api/v2/deals"]);
    expect(texts(page, "[aria-label=Limits] strong")).toEqual(texts(page, "tbody td.money"));
    const id = sandbox.pipedrive.control.state().deals[0]?.["id"];
    await api(sandbox.pipedrive.url, { "x-api-token": token }).get(`/api/v2/deals/${String(id)}`);
    expect(texts(await open(`/deals/${String(id)}`), "tbody code")).toEqual(["GET"]);
  });

  it("shows who installed the app, and ends it", async () => {
    const tokens = await pipedriveTokens(sandbox.pipedrive.url);
    const installed = (page: HTMLElement) => page.querySelectorAll("form[action$=uninstall]").length;
    expect(installed(await open("/apps"))).toBe(1);
    const { users } = sandbox.pipedrive.control.state();
    await post(`/apps/${String(users[0]?.["id"])}/uninstall`);
    expect(installed(await open("/apps"))).toBe(0);
    const bearer = { authorization: `Bearer ${tokens.access}` };
    expect((await api(sandbox.pipedrive.url, bearer).get("/api/v2/deals")).status).toBe(401);
    expect(texts(await open("/apps"), "[aria-labelledby=notices-title] code")[0]).toContain("DELETE");
  });
});

describe("backstage", () => {
  it("has faults, clock and switches of its own", async () => {
    await post("/backstage/faults/create-lost");
    expect(sandbox.pipedrive.control.listFaults()).toMatchObject([{ fault: { drop: true, when: "after" } }]);
    await post("/backstage/switches", { failedRequestsCost: "false" });
    expect(sandbox.pipedrive.control.state().switches.failedRequestsCost).toBe(false);
    const names = (await open("/backstage"))
      .querySelectorAll("#switches [name]")
      .map((field) => field.getAttribute("name"));
    expect(names.toSorted()).toEqual(Object.keys(sandbox.pipedrive.control.state().switches).toSorted());
    await post("/backstage/reset");
    expect(sandbox.pipedrive.control.listFaults()).toEqual([]);
  });
});
