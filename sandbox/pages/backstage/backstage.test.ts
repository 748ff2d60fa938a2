import { parse } from "node-html-parser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../../start-sandbox";
import type { Sandbox } from "../../start-sandbox";
import { call } from "../../testing/call";
import { browse, texts } from "../testing/browse";

let sandbox: Sandbox;
const { open, post } = browse(() => sandbox.freshbooks.url);

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.freshbooks.control.reset();
});

describe("backstage", () => {
  it("moves and freezes the clock", async () => {
    const before = Date.parse(sandbox.freshbooks.control.readClock().now);
    await post("/backstage/clock/freeze");
    await post("/backstage/clock/day");
    const after = sandbox.freshbooks.control.readClock();
    expect(after.frozen).toBe(true);
    expect(Date.parse(after.now) - before).toBeGreaterThanOrEqual(86_400_000);
    expect((await open("/backstage")).text).toContain("frozen");
  });

  it("makes common faults by a click, others by a form, and forgets them", async () => {
    await post("/backstage/faults/lists-fail");
    await post("/backstage/faults", { method: "get", path: "/accounting/*", status: "503", times: "2" });
    expect(sandbox.freshbooks.control.listFaults().map(({ fault }) => [fault.method, fault.status])).toEqual([
      ["GET", 500],
      ["GET", 503],
    ]);
    const wrong = await post("/backstage/faults", {
      method: "",
      path: "accounting",
      status: "503",
      times: "1",
    });
    expect([wrong.status, texts(parse(wrong.text), ".wrong").length]).toEqual([422, 1]);
    await post("/backstage/faults/clear");
    expect(sandbox.freshbooks.control.listFaults()).toEqual([]);
  });

  it("is not spoilt by its own faults", async () => {
    sandbox.freshbooks.control.addFault({ path: "*", status: 500, times: 100 });
    expect((await call(`${sandbox.freshbooks.url}/backstage`)).status).toBe(200);
    expect(sandbox.freshbooks.control.listFaults()).toMatchObject([{ matched: 0 }]);
  });

  it("shows every switch and sets those that were changed", async () => {
    const form = (await open("/backstage")).querySelectorAll("#switches [name]");
    const { switches } = sandbox.freshbooks.control.state();
    expect(form.map((field) => field.getAttribute("name")).toSorted()).toEqual(
      Object.keys(switches).toSorted(),
    );
    await post("/backstage/switches", { handshake: '"before"', copies: "3", retryGapsMs: "[1, 2]" });
    expect(sandbox.freshbooks.control.state().switches).toEqual({
      ...switches,
      handshake: "before",
      copies: 3,
      retryGapsMs: [1, 2],
    });
    const wrong = await post("/backstage/switches", { copies: "many", delayMs: "-1" });
    expect([wrong.status, texts(parse(wrong.text), ".wrong").length]).toEqual([422, 1]);
    expect(sandbox.freshbooks.control.state().switches.copies).toBe(3);
  });

  it("loads sample data, and starts afresh", async () => {
    expect((await post("/backstage/sample/10")).headers.get("location")).toBe("/?did=sample-loaded");
    expect(sandbox.freshbooks.control.state().invoices).toHaveLength(10);
    expect((await post("/backstage/sample/11")).status).toBe(404);
    await post("/backstage/reset");
    expect(sandbox.freshbooks.control.state().invoices).toEqual([]);
  });
});
