import { at, shownAt } from "../../probe/json-at";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeDeal, makeOrganization, remove } from "../workbench";

/** What becomes of the deals of a deleted organization. */
export const organizationDeletion: PipedriveQuestion = {
  id: "organization-deletion",
  asks: "Does deleting an organization clear org_id of its deals?",
  facts: "§13.12",
  needs: ["write"],
  variants: {
    clears: {
      product: "Deals of an organization that is gone are kept back, with the reason.",
      sandbox: { organizationDeleteClearsDeals: true },
    },
    keeps: {
      product: "Deals of an organization that is gone are kept back, with the reason.",
      sandbox: { organizationDeleteClearsDeals: false },
    },
  },
  async run(probe) {
    const org_id = await makeOrganization(probe);
    const id = await makeDeal(probe, { org_id });
    await remove(probe, "organizations", org_id);
    const { json } = await look(probe, "deals", id);
    const isCleared = (at(json, "data.org_id") ?? null) === null;
    const evidence = `org_id ${org_id}, afterwards ${shownAt(json, "data.org_id")}`;
    return found(isCleared ? "clears" : "keeps", evidence);
  },
};
