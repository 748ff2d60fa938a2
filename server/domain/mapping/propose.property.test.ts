import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invoiceStates } from "../invoice-states";
import { proposeMapping } from "./propose";

const stageName = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom("Draft", "Versendet", "Payée", "Overdue"),
);
const pipelines = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 10_000 }),
    name: fc.string({ maxLength: 30 }),
    stages: fc.uniqueArray(fc.record({ id: fc.integer({ min: 1 }), name: stageName }), {
      maxLength: 12,
      selector: ({ id }) => id,
    }),
  }),
  { maxLength: 5, selector: ({ id }) => id },
);

describe("proposeMapping", () => {
  it("gives every state a rule inside one pipeline, or nothing when no pipeline has a stage", () => {
    fc.assert(
      fc.property(pipelines, (shapes) => {
        const rules = proposeMapping(shapes);
        if (rules === null) {
          expect(shapes.every(({ stages }) => stages.length === 0)).toBe(true);
          return;
        }
        const pipeline = shapes.find(({ id }) => id === rules.pipelineId);
        const ids = (pipeline?.stages ?? []).map(({ id }) => id);
        expect(rules.stageOrder).toEqual(ids);
        expect(Object.keys(rules.states).sort()).toEqual([...invoiceStates].sort());
        for (const state of invoiceStates) {
          const { stageId, status } = rules.states[state];
          if (stageId !== null) expect(ids).toContain(stageId);
          expect(stageId === null).toBe(state === "archived" || state === "deleted");
          expect(status === "won").toBe(state === "paid" || state === "autopaid");
        }
      }),
    );
  });
});
