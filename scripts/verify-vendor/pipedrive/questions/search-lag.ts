import { listAt } from "../../probe/json-at";
import { expectOk } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeOrganization, ourName } from "../workbench";

const LOOK_EVERY_MS = 1000;
const LONGEST_MS = 60_000;

/** How long a new organization stays unknown to the search. */
export const searchLag: PipedriveQuestion = {
  id: "search-lag",
  asks: "How long after its creation does a search find an organization?",
  facts: "§4, §12.6",
  needs: ["write"],
  variants: {
    "at once": {
      product: "No search is used; lost objects are listed.",
      sandbox: { searchLagMs: { min: 0, max: 0 } },
    },
    "within seconds": {
      product: "No search is used, lest a second object be made; lost objects are listed.",
      sandbox: { searchLagMs: { min: 2000, max: 4000 } },
    },
    "later than a minute": {
      product: "No search is used, lest a second object be made; lost objects are listed.",
      sandbox: { searchLagMs: null },
    },
  },
  async run(probe) {
    const { time, interrupted } = probe.context;
    const name = ourName();
    await makeOrganization(probe, { name });
    for (let waitedMs = 0; waitedMs <= LONGEST_MS; waitedMs += LOOK_EVERY_MS) {
      const query = { term: name, fields: "name", exact_match: "true" };
      const reply = expectOk(await probe.api.get("/api/v2/organizations/search", query), "Searching");
      if (listAt(reply.json, "data.items").length > 0) {
        const lag = waitedMs === 0 ? "at once" : "within seconds";
        return found(lag, `found at the search ${waitedMs / 1000} s after the creation`);
      }
      await time.wait(LOOK_EVERY_MS, interrupted);
    }
    return found("later than a minute", `not found in ${LONGEST_MS / 1000} s`);
  },
};
