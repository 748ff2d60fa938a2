import { has } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import type { Reply } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeDeal, tryPatch } from "../workbench";

const NOBODY = 999_999_999;
const WRONG = [{ currency: "XQZ" }, { stage_id: NOBODY }, { org_id: NOBODY }, { owner_id: NOBODY }];
const REFUSED = "Refused for good: the record is failing, with Pipedrive's words.";

function nameOf(reply: Reply): string {
  if (reply.status < 300) return "taken";
  if (reply.status !== 400) return String(reply.status);
  return has(reply.json, "code") ? "400 with a code" : "400 without a code";
}

/** The answers to writes that name what does not exist. */
export const unknownReferences: PipedriveQuestion = {
  id: "unknown-references",
  asks: "With which status is an unknown currency, stage, organization or owner refused?",
  facts: "§5, §12.4",
  needs: ["write"],
  variants: {
    "400 with a code": { product: REFUSED, sandbox: { unknownReference: "400-coded" } },
    "400 without a code": { product: REFUSED, sandbox: { unknownReference: "400-plain" } },
    "403": { product: REFUSED, sandbox: { unknownReference: "403" } },
    "404": {
      product: "The deal is read after the refusal; it is there, so the record is failing.",
      sandbox: { unknownReference: "404" },
    },
    "422": { product: REFUSED },
    mixed: { product: "Each is a refusal; the record is failing, with Pipedrive's words." },
    taken: { product: "The returned deal is compared with what was sent; the difference is noted." },
  },
  async run(probe) {
    const id = await makeDeal(probe);
    const names: string[] = [];
    const evidence: string[] = [];
    for (const fields of WRONG) {
      const reply = await tryPatch(probe, "deals", id, fields);
      names.push(nameOf(reply));
      evidence.push(`${Object.keys(fields).join()}: ${describe(reply)}`);
    }
    const [first, ...others] = new Set(names);
    return found(others.length > 0 ? "mixed" : (first ?? "mixed"), ...evidence);
  },
};
