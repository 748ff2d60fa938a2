import { at } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeDeal, ourName, patch, tryPatch } from "../workbench";

const LOOKS = "After any refusal of an update the deal itself is read: it is archived, and left alone.";

/** The answer to an edit of a deal that was archived. */
export const editArchived: PipedriveQuestion = {
  id: "edit-archived",
  asks: "With which status and code is an edit of an archived deal refused?",
  facts: "§5, §12.3",
  needs: ["write"],
  variants: {
    "400 ERR_DEAL_ARCHIVED": { product: LOOKS, sandbox: { editArchivedStatus: 400, editArchivedCode: true } },
    "403 ERR_DEAL_ARCHIVED": { product: LOOKS, sandbox: { editArchivedStatus: 403, editArchivedCode: true } },
    "400 without it": { product: LOOKS, sandbox: { editArchivedStatus: 400, editArchivedCode: false } },
    "403 without it": { product: LOOKS, sandbox: { editArchivedStatus: 403, editArchivedCode: false } },
  },
  async run(probe) {
    const id = await makeDeal(probe);
    await patch(probe, "deals", id, { is_archived: true });
    const reply = await tryPatch(probe, "deals", id, { title: ourName() });
    if (reply.status < 300) return undecided("the edit was taken", describe(reply));
    const isNamed = at(reply.json, "code") === "ERR_DEAL_ARCHIVED";
    return found(`${reply.status} ${isNamed ? "ERR_DEAL_ARCHIVED" : "without it"}`, describe(reply));
  },
};
