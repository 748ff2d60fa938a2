import { describe, expectOk } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeField, removeField } from "../workbench";

/** The answer to a field that was deleted. */
export const getDeletedField: PipedriveQuestion = {
  id: "get-deleted-field",
  asks: "With which status is a deleted field answered?",
  facts: "§12.20",
  needs: ["write"],
  variants: {
    "404": { product: "Not asked one by one: fields are listed.", sandbox: { getDeletedFieldStatus: 404 } },
    "410": { product: "Not asked one by one: fields are listed.", sandbox: { getDeletedFieldStatus: 410 } },
    "200": { product: "Not asked one by one: fields are listed, and the list has active ones alone." },
  },
  async run(probe) {
    const code = await makeField(probe, "dealFields");
    expectOk(await removeField(probe, "dealFields", code), "Deleting a field");
    const reply = await probe.api.get(`/api/v2/dealFields/${code}`);
    return found(String(reply.status), describe(reply));
  },
};
