import { at, shownAt } from "../../probe/json-at";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeDeal, patch } from "../workbench";

/** Whether a deal that is opened again forgets when it was won. */
export const reopenClearsTimes: PipedriveQuestion = {
  id: "reopen-clears-times",
  asks: "Does opening a won deal again clear won_time and close_time?",
  facts: "§5, §12.5",
  needs: ["write"],
  variants: {
    clears: { product: "won_time is neither written nor compared.", sandbox: { reopenClearsTimes: true } },
    keeps: {
      product: "won_time is neither written nor compared.",
      sandbox: { reopenClearsTimes: false },
    },
  },
  async run(probe) {
    const id = await makeDeal(probe);
    await patch(probe, "deals", id, { status: "won" });
    await patch(probe, "deals", id, { status: "open" });
    const { json } = await look(probe, "deals", id);
    const keys = ["data.won_time", "data.close_time"];
    const isCleared = keys.every((key) => (at(json, key) ?? null) === null);
    const evidence = keys.map((key) => `${key} ${shownAt(json, key)}`).join(", ");
    return found(isCleared ? "clears" : "keeps", `opened again: ${evidence}`);
  },
};
