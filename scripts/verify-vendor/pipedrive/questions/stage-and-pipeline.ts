import { listAt, numberAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeDeal, tryPatch } from "../workbench";

/** What decides where a deal stands when its stage is of another pipeline. */
export const stageAndPipeline: PipedriveQuestion = {
  id: "stage-and-pipeline",
  asks: "Does stage_id alone move a deal into the stage's pipeline?",
  facts: "§5",
  needs: ["write"],
  variants: {
    moves: { product: "stage_id is sent alone." },
    refused: {
      product: "The record is failing, with Pipedrive's words: the pipeline would have to be sent too.",
    },
  },
  async run(probe) {
    const id = await makeDeal(probe);
    const pipeline = numberAt((await look(probe, "deals", id)).json, "data.pipeline_id");
    const stages = listAt((await probe.api.get("/api/v2/stages", { limit: "500" })).json, "data");
    const other = stages.find((stage) => numberAt(stage, "pipeline_id") !== pipeline);
    if (other === undefined) return undecided("the company has one pipeline only");
    const reply = await tryPatch(probe, "deals", id, { stage_id: numberAt(other, "id") });
    if (reply.status >= 300) return found("refused", describe(reply));
    const now = numberAt(reply.json, "data.pipeline_id");
    const evidence = `from pipeline ${pipeline ?? "none"} to ${now ?? "none"} by a stage alone`;
    return now === numberAt(other, "pipeline_id")
      ? found("moves", evidence)
      : undecided("it did not move", evidence);
  },
};
