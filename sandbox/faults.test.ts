import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "./start-sandbox";
import type { Sandbox } from "./start-sandbox";
import { api, at, call, listAt, textAt } from "./testing/call";
import type { Api } from "./testing/call";

let sandbox: Sandbox;
let control: Api;
let client: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.pipedrive.control.reset();
  control = api(sandbox.pipedrive.url);
  const token = textAt(sandbox.pipedrive.control.state().users[0], "apiToken");
  client = api(sandbox.pipedrive.url, { "x-api-token": token });
});

function titles(): unknown[] {
  return sandbox.pipedrive.control.state().deals.map((deal) => deal["title"]);
}

describe("faults on command", () => {
  it("before the call: nothing is written", async () => {
    await control.post("/_control/faults", { method: "POST", path: "/api/v2/deals", status: 503 });
    expect((await client.post("/api/v2/deals", { title: "lost" })).status).toBe(503);
    expect(titles()).toEqual([]);
    expect((await client.post("/api/v2/deals", { title: "kept" })).status).toBe(200);
  });

  it("after the call: it is written, and the answer lies", async () => {
    const fault = {
      method: "POST",
      path: "/api/v2/deals",
      status: 500,
      when: "after",
      body: { error: "oops" },
    };
    await control.post("/_control/faults", fault);
    const answer = await client.post("/api/v2/deals", { title: "written" });
    expect([answer.status, answer.body]).toEqual([500, { error: "oops" }]);
    expect(titles()).toEqual(["written"]);
  });

  it.each(["before", "after"] as const)("drop the connection %s the call", async (when) => {
    sandbox.pipedrive.control.addFault({ method: "POST", path: "/api/v2/deals", drop: true, when });
    await expect(client.post("/api/v2/deals", { title: "cut" })).rejects.toThrow("fetch failed");
    expect(titles()).toEqual(when === "after" ? ["cut"] : []);
    expect((await client.get("/api/v2/deals")).status).toBe(200);
  });

  it("count calls: the second and third of a kind, and no others", async () => {
    await control.post("/_control/faults", {
      path: "/api/v2/deals/*",
      method: "PATCH",
      nth: 2,
      times: 2,
      status: 429,
    });
    const made = await client.post("/api/v2/deals", { title: "x" });
    const path = `/api/v2/deals/${String(at(made.body, "data.id"))}`;
    const statuses: number[] = [];
    for (const title of ["a", "b", "c", "d"]) statuses.push((await client.patch(path, { title })).status);
    expect(statuses).toEqual([200, 429, 429, 200]);
    expect((await client.get(path)).status).toBe(200);
    expect(listAt((await control.get("/_control/faults")).body, "faults")).toMatchObject([
      { matched: 4, fired: 2 },
    ]);
  });

  it("answer with HTML, headers and a delay", async () => {
    await control.post("/_control/faults", {
      path: "*",
      status: 403,
      body: "<html>Attention Required</html>",
      headers: { "retry-after": "1" },
      delayMs: 30,
    });
    const started = performance.now();
    const answer = await client.get("/api/v2/deals");
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
    expect([answer.status, answer.headers.get("retry-after"), answer.body]).toEqual([403, "1", undefined]);
    expect(answer.headers.get("content-type")).toContain("text/html");
  });

  it("delay a true answer", async () => {
    await control.post("/_control/faults", { path: "/api/v2/deals", delayMs: 30 });
    const started = performance.now();
    expect((await client.get("/api/v2/deals")).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
  });

  it("can be forgotten, and malformed ones are refused with a reason", async () => {
    await control.post("/_control/faults", { path: "*", status: 500, times: 100 });
    await control.del("/_control/faults");
    expect((await client.get("/api/v2/deals")).status).toBe(200);
    const refused = await control.post("/_control/faults", { path: "*", sttus: 500 });
    expect(refused.status).toBe(400);
    expect(textAt(refused.body, "error")).toContain("sttus");
  });

  it("work on the FreshBooks side too, its token endpoint included", async () => {
    sandbox.freshbooks.control.addFault({
      path: "/auth/oauth/token",
      status: 502,
      body: "<html>Bad gateway</html>",
    });
    const answer = await call(`${sandbox.freshbooks.url}/auth/oauth/token`, { method: "POST" });
    expect(answer.status).toBe(502);
  });
});
