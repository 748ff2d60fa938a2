import { listAt, numberAt } from "../../probe/json-at";
import { expectOk } from "../../probe/reply";
import { found } from "../../question";
import type { PipedriveProbe, PipedriveQuestion } from "../probe";
import { makeDeal, makeOrganization } from "../workbench";

const LOOK_EVERY_MS = 1000;
const GRACE_MS = 30_000;
const BEFORE_MS = 5 * 60_000;

async function isListed(probe: PipedriveProbe, noun: string, id: number, since: string): Promise<boolean> {
  const reply = await probe.api.get(`/api/v2/${noun}`, { updated_since: since, limit: "500" });
  const rows = listAt(expectOk(reply, `Listing ${noun}`).json, "data");
  return rows.some((row) => numberAt(row, "id") === id);
}

/** How long a new object stays out of the list of what changed, on which the search for a lost one rests. */
export const listLag: PipedriveQuestion = {
  id: "list-lag",
  asks: "Does a list by updated_since show a new deal and organization at once?",
  facts: "§4",
  needs: ["write"],
  variants: {
    "at once": { product: "A lost object is found by the first list." },
    "within 30 seconds": { product: "A lost object is listed for until 30 seconds have passed." },
    later: { product: "A lost object could be made twice: the grace period in create-once.ts is too short." },
  },
  async run(probe) {
    const { time, interrupted } = probe.context;
    const since = `${new Date(time.nowMs() - BEFORE_MS).toISOString().slice(0, 19)}Z`;
    const dealId = await makeDeal(probe);
    const orgId = await makeOrganization(probe);
    for (let waitedMs = 0; waitedMs <= GRACE_MS; waitedMs += LOOK_EVERY_MS) {
      if (
        (await isListed(probe, "deals", dealId, since)) &&
        (await isListed(probe, "organizations", orgId, since))
      ) {
        const evidence = `both were listed ${waitedMs / 1000} s after they were made`;
        return found(waitedMs === 0 ? "at once" : "within 30 seconds", evidence);
      }
      await time.wait(LOOK_EVERY_MS, interrupted);
    }
    return found("later", `not both were listed within ${GRACE_MS / 1000} s`);
  },
};
