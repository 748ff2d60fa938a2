import { describe } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";

/** Whether a search gives more than a hundred rows at once. */
export const searchLimit: PipedriveQuestion = {
  id: "search-limit",
  asks: "Is a search with a limit above 100 refused?",
  facts: "§4, §12.12",
  needs: [],
  variants: {
    taken: { product: "Not used: the client has no search.", sandbox: { searchLimitMax: 500 } },
    refused: { product: "Not used: the client has no search.", sandbox: { searchLimitMax: 100 } },
  },
  async run(probe) {
    const query = { term: "ml-connector", limit: "200" };
    const reply = await probe.api.get("/api/v2/organizations/search", query);
    return found(reply.status < 300 ? "taken" : "refused", `limit=200: ${describe(reply)}`);
  },
};
