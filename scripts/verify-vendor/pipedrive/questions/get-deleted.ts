import { shownAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeDeal, remove } from "../workbench";

/** Whether a deleted deal can still be read. */
export const getDeleted: PipedriveQuestion = {
  id: "get-deleted",
  asks: "Is a deleted deal still given, marked as deleted?",
  facts: "§5, §12.2",
  needs: ["write"],
  variants: {
    "200": { product: "Read as gone, by is_deleted.", sandbox: { getDeletedStatus: 200 } },
    "404": { product: "Read as gone: there is none.", sandbox: { getDeletedStatus: 404 } },
    "410": { product: "Read as gone: there is none." },
  },
  async run(probe) {
    const id = await makeDeal(probe);
    await remove(probe, "deals", id);
    const reply = await look(probe, "deals", id);
    const mark = shownAt(reply.json, "data.is_deleted");
    return found(String(reply.status), `${describe(reply)}; is_deleted is ${mark}`);
  },
};
