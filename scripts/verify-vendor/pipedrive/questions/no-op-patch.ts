import { needText } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeDeal, ourName, patch } from "../workbench";

const APART_MS = 2000;

/** Whether writing what stands there already counts as a change. */
export const noOpPatch: PipedriveQuestion = {
  id: "no-op-patch",
  asks: "Does an update that changes nothing move update_time?",
  facts: "§13.12",
  needs: ["write"],
  variants: {
    moves: {
      product: "Unchanged objects are not written, by their hash.",
      sandbox: { noopMovesUpdateTime: true },
    },
    stays: {
      product: "Unchanged objects are not written, by their hash.",
      sandbox: { noopMovesUpdateTime: false },
    },
  },
  async run(probe) {
    const title = ourName();
    const id = await makeDeal(probe, { title });
    const before = needText(await look(probe, "deals", id), "data.update_time");
    await probe.context.time.wait(APART_MS, probe.context.interrupted);
    await patch(probe, "deals", id, { title });
    const after = needText(await look(probe, "deals", id), "data.update_time");
    return found(
      before === after ? "stays" : "moves",
      `update_time ${before}, after the same title again ${after}`,
    );
  },
};
