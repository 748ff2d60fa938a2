import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { isAlive, makeGrant, oweRevoke, tradeRefresh } from "../consent";
import type { FreshbooksQuestion } from "../probe";
import { tokensIn } from "../tokens";

/** Whether the access token of before lives on. */
export const accessAfterRefresh: FreshbooksQuestion = {
  id: "access-after-refresh",
  asks: "Does the old access token live on after a refresh?",
  facts: "§14.8",
  needs: ["public", "app", "person"],
  variants: {
    "lives on": {
      product: "Calls under way with the old token end well.",
      sandbox: { oldAccessSurvivesRefresh: true },
    },
    dies: {
      product: "Calls under way get 401, take the new token and are made once more.",
      sandbox: { oldAccessSurvivesRefresh: false },
    },
  },
  async run(probe) {
    const grant = await makeGrant(probe);
    const reply = await tradeRefresh(probe, grant.refresh);
    if (reply.status !== 200) return undecided("the refresh was refused", describe(reply));
    oweRevoke(probe, tokensIn(reply, probe.context.secrets));
    const lives = await isAlive(probe, grant.access);
    return found(
      lives ? "lives on" : "dies",
      `users/me ${lives ? "answers" : "refuses"} the old access token`,
    );
  },
};
