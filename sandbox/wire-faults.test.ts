import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "./start-sandbox";
import type { Sandbox } from "./start-sandbox";
import { api, at, listAt, textAt } from "./testing/call";
import type { Api } from "./testing/call";
import { rawCall } from "./testing/raw-call";

const DEALS = "/api/v2/deals";

let sandbox: Sandbox;
let control: Api;
let headers: Record<string, string>;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.pipedrive.control.reset();
  control = api(sandbox.pipedrive.url);
  const token = textAt(sandbox.pipedrive.control.state().users[0], "apiToken");
  headers = { "x-api-token": token, "content-type": "application/json" };
});

async function create(title: string) {
  return rawCall(sandbox.pipedrive.url, "POST", DEALS, headers, JSON.stringify({ title }));
}

async function list() {
  return rawCall(sandbox.pipedrive.url, "GET", DEALS, headers);
}

async function statuses(count: number): Promise<number[]> {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await list()).status);
  return seen;
}

function titles(): unknown[] {
  return sandbox.pipedrive.control.state().deals.map((deal) => deal["title"]);
}

describe("a truncated answer", () => {
  it("declares the whole length of the true answer, sends part of it and closes, the deal being made", async () => {
    await control.post("/_control/faults", { method: "POST", path: DEALS, truncateBytes: 25 });
    const answer = await create("written, but who knows?");
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveLength(25);
    expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(100);
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(titles()).toEqual(["written, but who knows?"]);
  });

  it("can end after the headers", async () => {
    sandbox.pipedrive.control.addFault({ path: DEALS, truncateBytes: 0 });
    const answer = await list();
    expect([answer.status, answer.body]).toEqual([200, ""]);
    expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(0);
  });

  it("can be a false one, before anything is carried out", async () => {
    sandbox.pipedrive.control.addFault({
      path: DEALS,
      status: 502,
      body: "<html>Bad gateway</html>",
      truncateBytes: 6,
    });
    const answer = await create("never made");
    expect([answer.status, answer.body]).toEqual([502, "<html>"]);
    expect(titles()).toEqual([]);
  });

  it("makes an ordinary client fail while reading", async () => {
    sandbox.pipedrive.control.addFault({ path: DEALS, truncateBytes: 10 });
    const response = await fetch(`${sandbox.pipedrive.url}${DEALS}`, { headers });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });
});

describe("a slow answer", () => {
  it("is the true one, in pieces over the time asked for", async () => {
    sandbox.pipedrive.control.createDeal({ title: "slow" });
    const plain = await list();
    sandbox.pipedrive.control.addFault({ path: DEALS, slowMs: 200 });
    const answer = await list();
    expect(answer.body).toBe(plain.body);
    expect(answer.headers.get("content-length")).toBe(String(plain.body.length));
    expect(answer.arrivals.length).toBeGreaterThan(5);
    expect(answer.arrivals.at(-1)).toBeGreaterThanOrEqual(150);
  });

  it("ends with the client that hangs up, and the next call is served", async () => {
    sandbox.pipedrive.control.addFault({ path: DEALS, slowMs: 60_000 });
    const response = await fetch(`${sandbox.pipedrive.url}${DEALS}`, { headers });
    await response.body?.cancel();
    expect((await list()).status).toBe(200);
  });
});

describe("a mislabelled answer", () => {
  it("keeps its body under another content type", async () => {
    const plain = await list();
    sandbox.pipedrive.control.addFault({ path: DEALS, contentType: "text/html; charset=utf-8" });
    const answer = await list();
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(answer.body).toBe(plain.body);
    expect(answer.headers.get("x-ratelimit-limit")).toBe(plain.headers.get("x-ratelimit-limit"));
  });

  it("labels a false answer too", async () => {
    sandbox.pipedrive.control.addFault({ path: DEALS, status: 503, contentType: "text/plain" });
    const answer = await list();
    expect([answer.status, answer.headers.get("content-type")]).toEqual([503, "text/plain"]);
  });
});

describe("a storm", () => {
  it("refuses every matching call until the sandbox's clock has passed it, and counts them", async () => {
    sandbox.pipedrive.control.moveClock({ frozen: true });
    const storm = { status: 429, forMs: 60_000 };
    await control.post("/_control/faults", { path: `${DEALS}*`, storm, headers: { "retry-after": "60" } });
    const first = await list();
    expect([first.status, first.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(await statuses(3)).toEqual([429, 429, 429]);
    expect((await create("in the storm")).status).toBe(429);
    sandbox.pipedrive.control.advanceClock(59_999);
    expect(await statuses(1)).toEqual([429]);
    sandbox.pipedrive.control.advanceClock(1);
    expect(await statuses(2)).toEqual([200, 200]);
    expect(listAt((await control.get("/_control/faults")).body, "faults")).toMatchObject([
      { matched: 8, fired: 6 },
    ]);
    expect(titles()).toEqual([]);
  });

  it("begins with the nth call, and is 429 unless told otherwise", async () => {
    sandbox.pipedrive.control.moveClock({ frozen: true });
    sandbox.pipedrive.control.addFault({ path: DEALS, nth: 3, storm: { forMs: 1000 } });
    expect(await statuses(4)).toEqual([200, 200, 429, 429]);
    sandbox.pipedrive.control.advanceClock(1000);
    expect(await statuses(1)).toEqual([200]);
  });
});

describe("a clock shift", () => {
  it("moves the sandbox's clock before the call is carried out", async () => {
    sandbox.pipedrive.control.moveClock({ frozen: true });
    sandbox.pipedrive.control.moveClock({ setTo: "2026-11-24T12:00:00Z" });
    sandbox.pipedrive.control.addFault({ method: "POST", path: DEALS, clockShiftMs: 86_400_000 });
    await create("made tomorrow");
    await create("made then, too");
    const stamps = sandbox.pipedrive.control.state().deals.map((deal) => deal["add_time"]);
    expect(stamps).toEqual(["2026-11-25T12:00:00Z", "2026-11-25T12:00:00Z"]);
  });
});

describe("a fault that makes no sense", () => {
  it.each([
    [{ path: "*", status: 500, storm: { forMs: 1000 } }, "storm"],
    [{ path: "*", slowMs: 10, truncateBytes: 10 }, "truncateBytes"],
    [{ path: "*", storm: { status: 200, forMs: 1000 } }, "storm.status"],
  ])("is refused with a reason: %j", async (fault, reason) => {
    const refused = await control.post("/_control/faults", fault);
    expect(refused.status).toBe(400);
    expect(String(at(refused.body, "error"))).toContain(reason);
    expect(sandbox.pipedrive.control.listFaults()).toEqual([]);
  });
});
