import { describe, expect, it } from "vitest";
import { ageText, judgeHealth } from "./health";
import type { HealthFacts } from "./health";

const fine: HealthFacts = {
  missing: [],
  refusedBy: [],
  counts: { in_step: 12, waiting: 0, excluded: 0, failing: 0 },
  unverifiedCallbacks: 0,
  pausedReason: null,
  oldestWaitingMs: null,
};

describe("judgeHealth", () => {
  it("says that all is in step", () => {
    expect(judgeHealth(fine)).toEqual({
      verdict: "in_step",
      sentence: "Pipedrive shows what FreshBooks says: 12 in step.",
    });
  });

  it("names what set-up lacks first, whatever else is wrong", () => {
    const health = judgeHealth({ ...fine, missing: ["pipedrive", "mapping"], refusedBy: ["FreshBooks"] });
    expect(health).toEqual({
      verdict: "setup",
      sentence: "Set-up is not finished: connect Pipedrive next.",
    });
  });

  it("puts a refused grant above failing records", () => {
    const counts = { ...fine.counts, failing: 3 };
    expect(judgeHealth({ ...fine, refusedBy: ["Pipedrive"], counts }).verdict).toBe("failing");
  });

  it("calls old waiting work stuck, unless the vendor's budget explains it", () => {
    const late = { ...fine, oldestWaitingMs: 16 * 60_000, counts: { ...fine.counts, waiting: 1 } };
    expect(judgeHealth(late).verdict).toBe("failing");
    const paused = judgeHealth({ ...late, pausedReason: "Pipedrive's daily budget is spent." });
    expect(paused).toEqual({ verdict: "attention", sentence: "Pipedrive's daily budget is spent." });
  });

  it("counts one and many", () => {
    const one = judgeHealth({ ...fine, counts: { ...fine.counts, failing: 1 } });
    const many = judgeHealth({ ...fine, counts: { ...fine.counts, failing: 2 } });
    expect(one.sentence).toMatch(/^1 record could/);
    expect(many.sentence).toMatch(/^2 records could/);
  });

  it("warns of callbacks that FreshBooks has not confirmed", () => {
    expect(judgeHealth({ ...fine, unverifiedCallbacks: 2 }).verdict).toBe("attention");
  });

  it("tells work on its way from an empty start", () => {
    const empty = { in_step: 0, waiting: 0, excluded: 0, failing: 0 };
    expect(judgeHealth({ ...fine, counts: { ...empty, waiting: 4 }, oldestWaitingMs: 900 }).verdict).toBe(
      "working",
    );
    expect(judgeHealth({ ...fine, counts: empty }).sentence).toMatch(/^Ready/);
  });
});

describe("ageText", () => {
  it.each([
    [4_000, "4 s"],
    [180_000, "3 min"],
    [7_200_000, "2 h"],
    [86_400_000 * 5, "5 days"],
  ])("%i ms → %s", (ms, text) => {
    expect(ageText(ms)).toBe(text);
  });
});
