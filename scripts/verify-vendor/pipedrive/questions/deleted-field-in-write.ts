import { describe, expectOk } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeDeal, makeField, removeField, tryPatch } from "../workbench";

/** Whether the code of a deleted field spoils a whole write. */
export const deletedFieldInWrite: PipedriveQuestion = {
  id: "deleted-field-in-write",
  asks: "Does the code of a deleted field make the whole write fail?",
  facts: "§3.4, §11",
  needs: ["write"],
  variants: {
    refused: {
      product: "The record is failing, with Pipedrive's words; publishing the mapping makes the field anew.",
    },
    "left out": { product: "The returned object is compared with what was sent; the difference is noted." },
  },
  async run(probe) {
    const code = await makeField(probe, "dealFields");
    const id = await makeDeal(probe);
    expectOk(await removeField(probe, "dealFields", code), "Deleting a field");
    const reply = await tryPatch(probe, "deals", id, { custom_fields: { [code]: "x" } });
    return found(reply.status < 300 ? "left out" : "refused", describe(reply));
  },
};
