import { describe, expect, it } from "vitest";
import { proposeMapping } from "./propose";
import type { MappingRules } from "./rules";
import { settleRules } from "./settle-rules";

const pipelines = [
  {
    id: 1,
    name: "Invoices",
    stages: [
      { id: 10, name: "Sent" },
      { id: 11, name: "Paid" },
    ],
  },
  { id: 2, name: "Sales", stages: [{ id: 20, name: "Lead" }] },
];

function proposed(): MappingRules {
  const rules = proposeMapping(pipelines);
  if (!rules) throw new Error("no proposal");
  return rules;
}

describe("settleRules", () => {
  it("takes order and names of the stages from Pipedrive, not from the form", () => {
    const settled = settleRules({ ...proposed(), stageOrder: [11], stageNames: { 11: "Forged" } }, pipelines);
    expect(settled).toMatchObject({
      ok: true,
      rules: { stageOrder: [10, 11], stageNames: { 10: "Sent", 11: "Paid" } },
    });
  });

  it("refuses a pipeline that is gone and a stage of another pipeline", () => {
    expect(settleRules({ ...proposed(), pipelineId: 9 }, pipelines).ok).toBe(false);
    const stray = { stageId: 20, status: "open", lostReason: null } as const;
    const settled = settleRules({ ...proposed(), states: { ...proposed().states, sent: stray } }, pipelines);
    expect(settled).toEqual({
      ok: false,
      reason: "The stage for “sent” is not in the pipeline Invoices. Choose one of its stages.",
    });
  });

  it("refuses a title that asks for what nobody knows", () => {
    expect(settleRules({ ...proposed(), dealTitle: "{{ invoice.id }} {{client.name}}" }, pipelines).ok).toBe(
      true,
    );
    const settled = settleRules({ ...proposed(), dealTitle: "{{invoice.total}}" }, pipelines);
    expect(settled).toMatchObject({ ok: false });
    expect(JSON.stringify(settled)).toContain("{{invoice.total}}");
  });

  it("drops a lost reason where the deal is not lost", () => {
    const odd = { stageId: 10, status: "open", lostReason: "left over" } as const;
    const settled = settleRules({ ...proposed(), states: { ...proposed().states, sent: odd } }, pipelines);
    expect(settled).toMatchObject({
      ok: true,
      rules: { states: { sent: { lostReason: null }, deleted: { lostReason: "Deleted in FreshBooks" } } },
    });
  });
});
