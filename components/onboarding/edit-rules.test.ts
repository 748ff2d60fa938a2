import { describe, expect, it } from "vitest";
import { invoiceStates } from "@/server/contracts/invoice-state-words";
import { mappingRulesSchema, type MappingRulesDto } from "@/server/contracts/onboarding";
import { exampleTitle, withPipeline, withState } from "./edit-rules";

const leave = { stageId: null, status: null, lostReason: null };
const rules: MappingRulesDto = mappingRulesSchema.parse({
  schema: 1,
  pipelineId: 1,
  stageOrder: [11, 12, 13],
  states: {
    ...Object.fromEntries(invoiceStates.map((state) => [state, leave])),
    draft: { stageId: 11, status: "open", lostReason: null },
    sent: { stageId: 12, status: "open", lostReason: null },
    paid: { stageId: 13, status: "won", lostReason: null },
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

describe("withPipeline", () => {
  it("moves each stage to the one as far along the other pipeline", () => {
    const stages = [21, 22, 23, 24, 25].map((id) => ({ id, name: String(id) }));
    const moved = withPipeline(rules, { id: 2, name: "Billing", stages });
    expect(moved.pipelineId).toBe(2);
    expect(moved.stageOrder).toEqual([21, 22, 23, 24, 25]);
    expect(moved.states.draft.stageId).toBe(21);
    expect(moved.states.sent.stageId).toBe(23);
    expect(moved.states.paid.stageId).toBe(25);
    expect(moved.states.deleted).toEqual(rules.states.deleted);
    expect(mappingRulesSchema.safeParse(moved).success).toBe(true);
  });

  it("puts all on the one stage of a pipeline that has one", () => {
    const moved = withPipeline(rules, { id: 3, name: "One", stages: [{ id: 31, name: "All" }] });
    expect(moved.states.paid.stageId).toBe(31);
    expect(moved.states.draft.stageId).toBe(31);
  });
});

describe("exampleTitle", () => {
  it("fills the placeholders and leaves the rest", () => {
    expect(exampleTitle("{{client.name}} {{invoice.number}} {{x}}")).toBe("Northwind Studio 0042 {{x}}");
  });
});
