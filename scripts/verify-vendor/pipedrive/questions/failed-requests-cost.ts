import { found, undecided } from "../../question";
import type { PipedriveProbe, PipedriveQuestion } from "../probe";

const NOBODY = 999_999_999;
const TIMES = 3;

async function tokensLeft(probe: PipedriveProbe): Promise<number> {
  const { headers } = await probe.api.get("/api/v2/pipelines", { limit: "1" });
  return Number(headers.get("x-daily-ratelimit-token-remaining") ?? "NaN");
}

/** What the plain reading call costs, so that it can be told from what is asked about. */
const COST_OF_LOOKING = 5;
const COST_OF_FAILING = 1;

/** Whether calls that fail are taken from the day's budget. */
export const failedRequestsCost: PipedriveQuestion = {
  id: "failed-requests-cost",
  asks: "Are calls that fail paid for from the day's budget?",
  facts: "§6, §12.9",
  needs: [],
  variants: {
    paid: {
      product: "What remains is read from the headers, so either is seen.",
      sandbox: { failedRequestsCost: true },
    },
    free: {
      product: "What remains is read from the headers, so either is seen.",
      sandbox: { failedRequestsCost: false },
    },
  },
  async run(probe) {
    const before = await tokensLeft(probe);
    for (let count = 0; count < TIMES; count += 1) await probe.api.get(`/api/v2/deals/${NOBODY}`);
    const after = await tokensLeft(probe);
    const evidence = `left ${before}, after ${TIMES} calls for a deal that is not there and one look ${after}`;
    const spent = before - after;
    if (Number.isNaN(spent)) return undecided("what remains of the day's budget is not sent", evidence);
    if (spent === COST_OF_LOOKING) return found("free", evidence);
    if (spent === COST_OF_LOOKING + TIMES * COST_OF_FAILING) return found("paid", evidence);
    return undecided("others spent from the same budget meanwhile: ask again", evidence);
  },
};
