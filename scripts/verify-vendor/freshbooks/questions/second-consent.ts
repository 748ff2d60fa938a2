import { describe } from "../../probe/reply";
import { found } from "../../question";
import { makeGrant, oweRevoke, tradeRefresh } from "../consent";
import type { FreshbooksQuestion } from "../probe";
import { tokensIn } from "../tokens";

/** Whether a person's second consent to the same app ends the first. */
export const secondConsent: FreshbooksQuestion = {
  id: "second-consent",
  asks: "Does a second consent of the same person kill the first refresh token?",
  facts: "§1, §2, §13",
  needs: ["public", "app", "person"],
  variants: {
    "ends the first": {
      product: "Two workspaces of one person disturb each other: the loser asks to be reconnected.",
      sandbox: { secondConsentEndsFirst: true },
    },
    "leaves the first": {
      product: "Each workspace keeps a grant of its own.",
      sandbox: { secondConsentEndsFirst: false },
    },
  },
  async run(probe) {
    const first = await makeGrant(probe);
    await makeGrant(probe);
    const reply = await tradeRefresh(probe, first.refresh);
    if (reply.status === 200) oweRevoke(probe, tokensIn(reply, probe.context.secrets));
    const evidence = `the first refresh token after a second consent: ${describe(reply)}`;
    return found(reply.status === 200 ? "leaves the first" : "ends the first", evidence);
  },
};
