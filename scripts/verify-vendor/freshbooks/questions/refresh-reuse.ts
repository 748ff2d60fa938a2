import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { makeGrant, tradeRefresh } from "../consent";
import type { FreshbooksQuestion } from "../probe";
import { tokensIn } from "../tokens";

/** What a refresh token does that was used before. */
export const refreshReuse: FreshbooksQuestion = {
  id: "refresh-reuse",
  asks: "Does using a spent refresh token end the whole grant?",
  facts: "§14.5",
  needs: ["public", "app", "person"],
  variants: {
    refused: {
      product: "One refresher per connection; a loser reads the winner's tokens.",
      sandbox: { refreshReuse: "refused" },
    },
    "ends the grant": {
      product: "One refresher per connection, so that no spent token is ever sent.",
      sandbox: { refreshReuse: "endsGrant" },
    },
  },
  async run(probe) {
    const grant = await makeGrant(probe);
    const second = tokensIn(await tradeRefresh(probe, grant.refresh), probe.context.secrets);
    const reused = await tradeRefresh(probe, grant.refresh);
    if (reused.status === 200) return undecided("a spent refresh token is taken again", describe(reused));
    const next = await tradeRefresh(probe, second.refresh);
    tokensIn(next, probe.context.secrets);
    const evidence = [`the spent token: ${describe(reused)}`, `its successor then: ${describe(next)}`];
    return found(next.status === 200 ? "refused" : "ends the grant", ...evidence);
  },
};
