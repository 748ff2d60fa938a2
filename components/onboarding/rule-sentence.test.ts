import { describe, expect, it } from "vitest";
import { invoiceStates } from "@/server/contracts/invoice-state-words";
import { mappingRulesSchema } from "@/server/contracts/onboarding";
import { groupRules, ruleSentence } from "./rule-sentence";

describe("ruleSentence", () => {
  it("says where the deal goes and what becomes of it", () => {
    const rule = { stageId: 3, status: "won", lostReason: null } as const;
    expect(ruleSentence({ states: ["paid", "autopaid"], rule }, "Paid")).toBe(
      "When an invoice is paid or is paid automatically, its deal goes to Paid and is won.",
    );
  });

  it("says that it stays, and why it is lost", () => {
    const rule = { stageId: null, status: "lost", lostReason: "Gone" } as const;
    expect(ruleSentence({ states: ["deleted"], rule }, null)).toBe(
      "When an invoice is deleted, its deal stays in its stage and is lost (“Gone”).",
    );
  });

  it("says nothing of a status that is left alone", () => {
    const rule = { stageId: 1, status: null, lostReason: null };
    expect(ruleSentence({ states: ["sent"], rule }, "Sent")).toBe(
      "When an invoice is sent, its deal goes to Sent.",
    );
  });

  it("says when nothing is done", () => {
    const rule = { stageId: null, status: null, lostReason: null };
    expect(ruleSentence({ states: ["archived"], rule }, null)).toBe(
      "When an invoice is archived, its deal is left as it is.",
    );
  });
});

describe("groupRules", () => {
  it("brings equal rules together and loses no state", () => {
    const { states } = mappingRulesSchema.shape;
    const leave = { stageId: null, status: null, lostReason: null };
    const rules = states.parse({
      ...Object.fromEntries(invoiceStates.map((state) => [state, leave])),
      sent: { stageId: 2, status: "open", lostReason: null },
      viewed: { stageId: 2, status: "open", lostReason: null },
    });
    const groups = groupRules(rules);
    expect(groups.map((group) => group.states.length)).toEqual([invoiceStates.length - 2, 2]);
    expect(groups.flatMap((group) => group.states).sort()).toEqual([...invoiceStates].sort());
  });
});
