import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeDeal, ourName, remove, tryPatch } from "../workbench";

const LOOKS = "After any refusal of an update the deal itself is read: it is gone, and the record says so.";

/** The answer to an edit of a deal that was deleted. */
export const editDeleted: PipedriveQuestion = {
  id: "edit-deleted",
  asks: "With which status is an edit of a deleted deal refused?",
  facts: "§5, §12.1",
  needs: ["write"],
  variants: {
    "400": { product: LOOKS, sandbox: { editDeletedStatus: 400 } },
    "403": { product: LOOKS, sandbox: { editDeletedStatus: 403 } },
    "404": { product: LOOKS, sandbox: { editDeletedStatus: 404 } },
    "410": { product: LOOKS, sandbox: { editDeletedStatus: 410 } },
  },
  async run(probe) {
    const id = await makeDeal(probe);
    await remove(probe, "deals", id);
    const reply = await tryPatch(probe, "deals", id, { title: ourName() });
    if (reply.status < 300) return undecided("the edit was taken", describe(reply));
    return found(String(reply.status), describe(reply));
  },
};
