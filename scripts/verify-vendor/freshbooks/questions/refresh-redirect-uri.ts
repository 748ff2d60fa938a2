import { describe } from "../../probe/reply";
import { found } from "../../question";
import { makeGrant, oweRevoke, tradeRefresh } from "../consent";
import type { FreshbooksQuestion } from "../probe";
import { tokensIn } from "../tokens";

/** Whether a refresh needs the `redirect_uri`. */
export const refreshRedirectUri: FreshbooksQuestion = {
  id: "refresh-redirect-uri",
  asks: "Is a refresh without redirect_uri refused?",
  facts: "§1, §12",
  needs: ["public", "app", "person"],
  variants: {
    "not needed": {
      product: "It is sent all the same.",
      sandbox: { refreshNeedsRedirectUri: false },
    },
    needed: {
      product: "It is always sent.",
      sandbox: { refreshNeedsRedirectUri: true },
    },
  },
  async run(probe) {
    const grant = await makeGrant(probe);
    const reply = await tradeRefresh(probe, grant.refresh, false);
    if (reply.status === 200) oweRevoke(probe, tokensIn(reply, probe.context.secrets));
    return found(reply.status === 200 ? "not needed" : "needed", `without it: ${describe(reply)}`);
  },
};
