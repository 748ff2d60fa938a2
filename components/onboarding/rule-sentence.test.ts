import { describe, expect, it } from "vitest";
import { ruleSentence } from "./rule-sentence";

describe("ruleSentence", () => {
  it("says where the deal goes and what becomes of it", () => {
    expect(ruleSentence("paid", { stageId: 3, status: "won", lostReason: null }, "Paid")).toBe(
      "When an invoice is paid, its deal goes to Paid, unless someone has moved it further, and is won.",
    );
  });

  it("says that it stays, and why it is lost", () => {
    expect(ruleSentence("deleted", { stageId: null, status: "lost", lostReason: "Gone" }, null)).toBe(
      "When an invoice is deleted, its deal stays in its stage, and is lost (“Gone”).",
    );
  });

  it("says nothing of a status that is left alone", () => {
    expect(ruleSentence("archived", { stageId: null, status: null, lostReason: null }, null)).toBe(
      "When an invoice is archived, its deal stays in its stage.",
    );
  });
});
