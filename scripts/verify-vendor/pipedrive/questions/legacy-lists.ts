import { describe } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";

const NOT_USED = "Not used: deals and organizations are read and written by v2 alone.";

/** Whether v1 of deals, out of support since August 2026, still answers. */
export const legacyLists: PipedriveQuestion = {
  id: "legacy-lists",
  asks: "Do v1 calls for deals still answer?",
  facts: "§3.1, §12.18",
  needs: [],
  variants: {
    answers: { product: NOT_USED, sandbox: { legacyV1: "answers" } },
    "410": { product: NOT_USED, sandbox: { legacyV1: "410" } },
    "404": { product: NOT_USED, sandbox: { legacyV1: "404-html" } },
    refused: { product: NOT_USED },
  },
  async run(probe) {
    const reply = await probe.api.get("/api/v1/deals", { limit: "1" });
    if (reply.status < 300) return found("answers", describe(reply));
    const isGone = reply.status === 404 || reply.status === 410;
    return found(isGone ? String(reply.status) : "refused", describe(reply));
  },
};
