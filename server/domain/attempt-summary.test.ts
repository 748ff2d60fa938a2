import { describe, expect, it } from "vitest";
import { summarizeAttempt } from "./attempt-summary";
import type { AttemptFacts } from "./attempt-summary";

const change = (label: string, before: string | null, after: string | null) => ({ label, before, after });
const none: AttemptFacts = { outcome: "unchanged", writes: [], skips: [], errorMessage: null };

describe("summarizeAttempt", () => {
  it("names what people look for first, and counts the rest", () => {
    const fields = [
      change("FreshBooks due date", "2026-11-01", "2026-12-01"),
      change("Value", "10", "20"),
      change("Title", "A", "B"),
      change("Stage", "Sent", "Overdue"),
    ];
    const writes = [{ kind: "deal.update", status: "done", pipedriveId: 42, fields }];
    expect(summarizeAttempt({ ...none, outcome: "written", writes })).toBe(
      "Deal 42: Stage Sent → Overdue, Value 10 → 20, FreshBooks due date 2026-11-01 → 2026-12-01, and 1 more",
    );
  });

  it("tells what was created", () => {
    const writes = [
      {
        kind: "organization.create",
        status: "adopted",
        pipedriveId: 7,
        fields: [change("Name", null, "Byte Ltd")],
      },
      {
        kind: "deal.create",
        status: "done",
        pipedriveId: null,
        fields: [change("Title", null, "Invoice 0001")],
      },
    ];
    expect(summarizeAttempt({ ...none, outcome: "written", writes })).toBe(
      "Organization 7 was there already: Byte Ltd · Deal created: Invoice 0001",
    );
  });

  it("names no write that has not been done", () => {
    const writes = [
      { kind: "deal.update", status: "planned", pipedriveId: 42, fields: [change("Value", "1", "2")] },
    ];
    expect(summarizeAttempt({ ...none, outcome: "running", writes })).toBe("Under way.");
  });

  it.each([
    [{ outcome: "failed", errorMessage: "Pipedrive refused the data." }, "Pipedrive refused the data."],
    [{ outcome: "unchanged", skips: ["Pipedrive already holds it."] }, "Pipedrive already holds it."],
    [{ outcome: "running" }, "Under way."],
    [{ outcome: "superseded" }, "A newer attempt took its place."],
    [{ outcome: "unchanged" }, "Nothing had to be written."],
  ])("%j → %s", (facts, text) => {
    expect(summarizeAttempt({ ...none, ...facts })).toBe(text);
  });
});
