import { describe } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeDeal, makeOrganization, tryPatch } from "../workbench";

/** Whether properties that are not called nullable can be emptied. */
export const nullValues: PipedriveQuestion = {
  id: "null-values",
  asks: "Is null refused for org_id, expected_close_date and an organization's address?",
  facts: "§13.3",
  needs: ["write"],
  variants: {
    refused: {
      product: "None is ever sent: what FreshBooks no longer has is left in Pipedrive, and said so.",
      sandbox: { nullForNonNullable: "refused" },
    },
    taken: {
      product: "None is sent all the same: what FreshBooks no longer has is left in Pipedrive.",
      sandbox: { nullForNonNullable: "accepted" },
    },
    mixed: { product: "None is ever sent: what FreshBooks no longer has is left in Pipedrive, and said so." },
  },
  async run(probe) {
    const org_id = await makeOrganization(probe, { address: { value: "Hauptstr. 5, Berlin" } });
    const dealId = await makeDeal(probe, { org_id, expected_close_date: "2030-01-31" });
    const replies = [
      await tryPatch(probe, "deals", dealId, { expected_close_date: null }),
      await tryPatch(probe, "deals", dealId, { org_id: null }),
      await tryPatch(probe, "organizations", org_id, { address: null }),
    ];
    const taken = replies.filter((reply) => reply.status < 300).length;
    const variant = taken === 0 ? "refused" : taken === replies.length ? "taken" : "mixed";
    const names = ["expected_close_date", "org_id", "address"];
    return found(variant, ...replies.map((reply, place) => `${names[place] ?? ""}: ${describe(reply)}`));
  },
};
