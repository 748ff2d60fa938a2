import { describe, expect, it } from "vitest";
import type { ActivityRow } from "@/server/contracts/activity";
import { mergeLive } from "./merge-live";

function row(attemptId: string, outcome: ActivityRow["outcome"] = "written"): ActivityRow {
  return {
    attemptId,
    recordId: "rec_1",
    kind: "invoice",
    label: "0042",
    number: 1,
    origin: "callback",
    outcome,
    summary: "",
    errorMessage: null,
    eventCount: 1,
    writeCount: 1,
    startedAt: new Date(0),
    durationMs: null,
  };
}

describe("mergeLive", () => {
  it("renews shown rows in place and keeps new ones apart", () => {
    const live = mergeLive([row("b", "running"), row("a")], [row("c"), row("b", "failed")]);
    expect(live.shown.map(({ attemptId, outcome }) => [attemptId, outcome])).toEqual([
      ["b", "failed"],
      ["a", "written"],
    ]);
    expect(live.arrived.map(({ attemptId }) => attemptId)).toEqual(["c"]);
  });

  it("leaves the list alone when nothing is new", () => {
    expect(mergeLive([row("a")], [])).toEqual({ shown: [row("a")], arrived: [] });
  });
});
