import { textAt } from "../../probe/json-at";
import { describe, expectOk } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** Whether the cursor of a list is good a day later. */
export const cursorLife: PipedriveQuestion = {
  id: "cursor-life",
  asks: "Is the cursor of a list still taken a day later?",
  facts: "§3.2, §12.17",
  needs: ["overnight"],
  variants: {
    "still taken": { product: "Lists are read to their end at once.", sandbox: { cursorLifeMs: null } },
    refused: {
      product: "Lists are read to their end at once; one that is broken off begins anew.",
      sandbox: { cursorLifeMs: 3_600_000 },
    },
  },
  async run(probe) {
    const first = expectOk(await probe.api.get("/api/v2/stages", { limit: "1" }), "Listing stages");
    const cursor = textAt(first.json, "additional_data.next_cursor");
    if (cursor === undefined) return undecided("the company has one stage only");
    for (let hour = 0; hour < HOURS; hour += 1) {
      await probe.context.time.wait(HOUR_MS, probe.context.interrupted);
    }
    const later = await probe.api.get("/api/v2/stages", { limit: "1", cursor });
    return found(later.status < 300 ? "still taken" : "refused", `${HOURS} hours later: ${describe(later)}`);
  },
};
