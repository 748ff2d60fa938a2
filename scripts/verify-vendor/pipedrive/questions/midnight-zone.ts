import { found, undecided } from "../../question";
import type { PipedriveProbe, PipedriveQuestion } from "../probe";

const QUARTER_MS = 15 * 60_000;
const MOST_QUARTERS = 26 * 4;

async function tokensLeft(probe: PipedriveProbe): Promise<number> {
  const { headers } = await probe.api.get("/api/v2/pipelines", { limit: "1" });
  return Number(headers.get("x-daily-ratelimit-token-remaining") ?? "NaN");
}

/** When the day's budget is full again, in UTC. Takes up to a day, and 5 tokens a quarter of an hour. */
export const midnightZone: PipedriveQuestion = {
  id: "midnight-zone",
  asks: "At which hour of UTC is the day's budget renewed?",
  facts: "§6, §12.10",
  needs: ["overnight"],
  variants: {
    "at midnight UTC": {
      product: "A spent budget pauses until the next midnight UTC.",
      sandbox: { midnightZone: "UTC" },
    },
    "at another hour": {
      product: "A spent budget pauses until midnight UTC: some hours too long, or a 429 more.",
      sandbox: { midnightZone: "America/New_York" },
    },
  },
  async run(probe) {
    const { time, interrupted } = probe.context;
    let before = await tokensLeft(probe);
    if (Number.isNaN(before)) return undecided("what remains of the day's budget is not sent");
    for (let quarter = 0; quarter < MOST_QUARTERS; quarter += 1) {
      await time.wait(QUARTER_MS, interrupted);
      const after = await tokensLeft(probe);
      if (after > before) {
        const at = new Date(time.nowMs());
        const evidence = `${before} left, then ${after} at ${at.toISOString()}`;
        return found(at.getUTCHours() === 0 ? "at midnight UTC" : "at another hour", evidence);
      }
      before = after;
    }
    return undecided("the budget was not renewed within 26 hours");
  },
};
