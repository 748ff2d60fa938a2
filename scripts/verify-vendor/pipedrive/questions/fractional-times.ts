import { describe } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";

/** Whether an instant may have fractions of a second. */
export const fractionalTimes: PipedriveQuestion = {
  id: "fractional-times",
  asks: "Is a filter by an instant with milliseconds refused?",
  facts: "§3.2, §11",
  needs: [],
  variants: {
    refused: { product: "Fractions are cut off." },
    taken: { product: "Fractions are cut off all the same." },
  },
  async run(probe) {
    const query = { updated_since: "2026-01-31T10:00:00.250Z", limit: "1" };
    const reply = await probe.api.get("/api/v2/deals", query);
    return found(reply.status < 300 ? "taken" : "refused", describe(reply));
  },
};
