import { describe } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeDeal, tryPatch } from "../workbench";

const NOBODY = 999_999_999;
const WRONG = [{ currency: "XQZ" }, { stage_id: NOBODY }, { org_id: NOBODY }, { owner_id: NOBODY }];
const REFUSED = "Refused for good: the record is failing, with Pipedrive's words.";

/** The answers to writes that name what does not exist. */
export const unknownReferences: PipedriveQuestion = {
  id: "unknown-references",
  asks: "With which status is an unknown currency, stage, organization or owner refused?",
  facts: "§5, §12.4",
  needs: ["write"],
  variants: {
    "400": { product: REFUSED },
    "403": { product: REFUSED },
    "404": { product: "The deal is read after the refusal; it is there, so the record is failing." },
    "422": { product: REFUSED },
    mixed: { product: "Each is a refusal; the record is failing, with Pipedrive's words." },
    taken: { product: "The returned deal is compared with what was sent; the difference is noted." },
  },
  async run(probe) {
    const id = await makeDeal(probe);
    const statuses: number[] = [];
    const evidence: string[] = [];
    for (const fields of WRONG) {
      const reply = await tryPatch(probe, "deals", id, fields);
      statuses.push(reply.status);
      evidence.push(`${Object.keys(fields).join()}: ${describe(reply)}`);
    }
    const [first, ...others] = new Set(statuses.map((status) => (status < 300 ? "taken" : String(status))));
    return found(others.length > 0 ? "mixed" : (first ?? "mixed"), ...evidence);
  },
};
