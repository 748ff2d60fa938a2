import { at, listAt, numberAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeDeal, patch, tryPatch } from "../workbench";

/** Whether a won deal can be moved to another stage. */
export const wonDealStage: PipedriveQuestion = {
  id: "won-deal-stage",
  asks: "Can the stage of a won deal be changed, and does it stay won?",
  facts: "§5, §12.5",
  needs: ["write"],
  variants: {
    moves: {
      product: "Stage and status are written as the mapping says.",
      sandbox: { stageChangeOnWon: "allowed" },
    },
    "moves and opens": {
      product: "The returned deal is compared with what was sent; the difference is noted.",
    },
    refused: {
      product: "The record is failing, with Pipedrive's words.",
      sandbox: { stageChangeOnWon: "refused" },
    },
  },
  async run(probe) {
    const id = await makeDeal(probe);
    const { json } = await look(probe, "deals", id);
    const [pipeline, stage] = [numberAt(json, "data.pipeline_id"), numberAt(json, "data.stage_id")];
    const stages = await probe.api.get("/api/v2/stages", { pipeline_id: String(pipeline) });
    const ids = listAt(stages.json, "data").map((one) => numberAt(one, "id"));
    const other = ids.find((one) => one !== undefined && one !== stage);
    if (other === undefined) return undecided("the pipeline has one stage only");
    await patch(probe, "deals", id, { status: "won" });
    const reply = await tryPatch(probe, "deals", id, { stage_id: other });
    if (reply.status >= 300) return found("refused", describe(reply));
    const status = String(at(reply.json, "data.status"));
    return found(status === "won" ? "moves" : "moves and opens", `moved; its status is ${status}`);
  },
};
