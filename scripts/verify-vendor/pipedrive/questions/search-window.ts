import { found, undecided } from "../../question";
import type { PipedriveProbe, PipedriveQuestion } from "../probe";

const WINDOW_MS = 2500;
const SEARCHES = 3;

async function remaining(probe: PipedriveProbe): Promise<number> {
  const { headers } = await probe.api.get("/api/v2/pipelines", { limit: "1" });
  return Number(headers.get("x-ratelimit-remaining") ?? "NaN");
}

/** Whether searches take from the window of the other calls as well. */
export const searchWindow: PipedriveQuestion = {
  id: "search-window",
  asks: "Do searches count in the window of the other calls too?",
  facts: "§13.12",
  needs: [],
  variants: {
    "apart only": {
      product: "Not used: the client has no search.",
      sandbox: { searchCountsInMainWindow: false },
    },
    "in both": {
      product: "Not used: the client has no search.",
      sandbox: { searchCountsInMainWindow: true },
    },
  },
  async run(probe) {
    const { time, interrupted } = probe.context;
    await time.wait(WINDOW_MS, interrupted);
    const before = await remaining(probe);
    for (let count = 0; count < SEARCHES; count += 1) {
      await probe.api.get("/api/v2/organizations/search", { term: "ml-connector" });
    }
    const after = await remaining(probe);
    const evidence = `left before ${before}, after ${SEARCHES} searches and one call more ${after}`;
    if (Number.isNaN(before + after)) return undecided("x-ratelimit-remaining is not sent", evidence);
    if (before - after > SEARCHES) return found("in both", evidence);
    return before - after === 1
      ? found("apart only", evidence)
      : undecided("the window rolled meanwhile: ask again", evidence);
  },
};
