import { describe, expect, it } from "vitest";
import { proposeMapping } from "./propose";
import { stateNamedBy } from "./stage-words";

const pipeline = (id: number, name: string, ...stages: string[]) => ({
  id,
  name,
  stages: stages.map((stage, index) => ({ id: id * 100 + index, name: stage })),
});

describe("proposeMapping", () => {
  it("takes the pipeline named after invoices before the default one", () => {
    const sales = pipeline(1, "Pipeline", "Qualified", "Contact Made", "Won");
    for (const name of [
      "Invoices",
      "Rechnungen",
      "Factures",
      "Facturación",
      "Facturen",
      "Fatture",
      "Faturas",
    ]) {
      expect(proposeMapping([sales, pipeline(2, name, "A", "B")])?.pipelineId, name).toBe(2);
    }
  });

  it("takes a pipeline whose stages tell an invoice's life", () => {
    const sales = pipeline(1, "Sales", "Qualified", "Proposal");
    const money = pipeline(2, "Money", "Draft", "Sent", "Paid");
    expect(proposeMapping([sales, money])?.pipelineId).toBe(2);
  });

  it("puts each state in the stage named after it", () => {
    const rules = proposeMapping([
      pipeline(1, "Invoices", "Draft", "Sent", "Viewed", "Partly paid", "Overdue", "Paid"),
    ]);
    const stages = Object.entries(rules?.states ?? {}).map(([state, rule]) => [state, rule.stageId]);
    expect(Object.fromEntries(stages)).toEqual({
      draft: 100,
      sent: 101,
      viewed: 102,
      partial: 103,
      overdue: 104,
      paid: 105,
      autopaid: 105,
      retrying: 104,
      failed: 104,
      disputed: 104,
      declined: 104,
      archived: null,
      deleted: null,
    });
  });

  it("falls back to the nearest named stage, then to the place in line", () => {
    const short = proposeMapping([pipeline(1, "Invoices", "Draft", "Sent", "Paid")]);
    expect(short?.states.viewed.stageId).toBe(101);
    expect(short?.states.overdue.stageId).toBe(101);
    const foreign = proposeMapping([pipeline(1, "Sales", "One", "Two", "Three", "Four", "Five")]);
    expect(foreign?.states.draft.stageId).toBe(100);
    expect(foreign?.states.sent.stageId).toBe(101);
    expect(foreign?.states.overdue.stageId).toBe(103);
    expect(foreign?.states.paid).toEqual({ stageId: 104, status: "won", lostReason: null });
  });

  it("loses what was deleted and leaves what was archived", () => {
    const rules = proposeMapping([pipeline(1, "Invoices", "Open")]);
    expect(rules?.states.deleted).toEqual({
      stageId: null,
      status: "lost",
      lostReason: "Deleted in FreshBooks",
    });
    expect(rules?.states.archived).toEqual({ stageId: null, status: null, lostReason: null });
  });

  it("proposes for the pipeline asked for, and nothing where nothing can be", () => {
    const two = [pipeline(1, "Invoices", "A"), pipeline(2, "Sales", "B"), pipeline(3, "Empty")];
    expect(proposeMapping(two, 2)?.pipelineId).toBe(2);
    expect(proposeMapping(two, 3)).toBeNull();
    expect(proposeMapping(two, 9)).toBeNull();
    expect(proposeMapping([])).toBeNull();
  });
});

describe("stateNamedBy", () => {
  it.each([
    ["Partly paid", "partial"],
    ["Teilweise bezahlt", "partial"],
    ["Unpaid", "sent"],
    ["Impayé", "sent"],
    ["Unbezahlt", "sent"],
    ["Überfällig", "overdue"],
    ["En retard", "overdue"],
    ["Te laat", "overdue"],
    ["Bezahlt", "paid"],
    ["Payée", "paid"],
    ["Pagado", "paid"],
    ["Pagata", "paid"],
    ["Betaald", "paid"],
    ["Entwurf", "draft"],
    ["Enviada", "sent"],
    ["Verzonden", "sent"],
    ["Inviata", "sent"],
    ["Opened by client", "viewed"],
    ["Template review", null],
    ["Negotiations Started", null],
    ["", null],
  ])("%s → %s", (name, state) => {
    expect(stateNamedBy(name)).toBe(state);
  });
});
