import { describe, expect, it } from "vitest";
import { invoiceStates } from "@/server/contracts/invoice-state-words";
import { mappingRulesSchema, type MappingRulesDto } from "@/server/contracts/onboarding";
import { exampleTitle, onPipelineOf, withState } from "./edit-rules";

const leave = { stageId: null, status: null, lostReason: null };
const rules: MappingRulesDto = mappingRulesSchema.parse({
  schema: 1,
  pipelineId: 1,
  stageOrder: [11, 12, 13],
  stageNames: { 11: "New", 12: "Sent", 13: "Paid" },
  states: {
    ...Object.fromEntries(invoiceStates.map((state) => [state, leave])),
    draft: { stageId: 11, status: "open", lostReason: null },
    sent: { stageId: 12, status: "open", lostReason: null },
    deleted: { stageId: null, status: "lost", lostReason: "Deleted in FreshBooks" },
  },
  partialOverdue: "overdue",
  dealTitle: "{{client.name}} · {{invoice.number}}",
});

describe("withState", () => {
  it("changes that state alone", () => {
    const changed = withState(rules, "sent", { stageId: 13 });
    expect(changed.states.sent.stageId).toBe(13);
    expect(changed.states.draft).toEqual(rules.states.draft);
  });

  it("drops the lost reason with the lost status", () => {
    expect(withState(rules, "deleted", { status: "open" }).states.deleted.lostReason).toBeNull();
  });
});

describe("onPipelineOf", () => {
  it("takes the stages from the proposal and the rest from what was chosen", () => {
    const proposed = { ...rules, pipelineId: 2, stageOrder: [21], dealTitle: "x" };
    const merged = onPipelineOf(proposed, { ...rules, partialOverdue: "partial" });
    expect(merged).toEqual({ ...rules, pipelineId: 2, stageOrder: [21], partialOverdue: "partial" });
  });
});

describe("exampleTitle", () => {
  it("fills the placeholders and leaves the rest", () => {
    expect(exampleTitle("{{client.name}} {{invoice.number}} {{x}}")).toBe("Northwind Studio 0042 {{x}}");
  });
});
