import { at } from "../../probe/json-at";
import { expectOk } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeDeal, makeField } from "../workbench";

/** Whether one deal shows its empty custom fields. */
export const singleGetNulls: PipedriveQuestion = {
  id: "single-get-nulls",
  asks: "Does a single deal show its empty custom fields as null?",
  facts: "§3.2, §12.14",
  needs: ["write"],
  variants: {
    shown: { product: "A missing value and null read the same.", sandbox: { singleGetShowsNulls: true } },
    "left out": {
      product: "A missing value and null read the same.",
      sandbox: { singleGetShowsNulls: false },
    },
  },
  async run(probe) {
    const code = await makeField(probe, "dealFields");
    const id = await makeDeal(probe);
    const { json } = expectOk(await look(probe, "deals", id), "Reading a deal");
    const fields = at(json, "data.custom_fields");
    if (typeof fields !== "object" || fields === null)
      return undecided("the deal has no custom_fields at all");
    const isShown = Object.hasOwn(fields, code);
    const evidence = `${Object.keys(fields).length} custom fields, an empty one is ${isShown ? "" : "not "}among them`;
    return found(isShown ? "shown" : "left out", evidence);
  },
};
