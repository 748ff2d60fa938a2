import { describe } from "../../probe/reply";
import { found } from "../../question";
import { makeGrant, oweRevoke, tradeRefresh } from "../consent";
import { appOf } from "../probe";
import type { FreshbooksQuestion } from "../probe";
import { postOauth, tokensIn } from "../tokens";

/** Whether revoking an access token takes the refresh token along. */
export const revokeAccess: FreshbooksQuestion = {
  id: "revoke-access",
  asks: "Does revoking the access token end the refresh token too?",
  facts: "§14.8",
  needs: ["public", "app", "person"],
  variants: {
    "ends both": {
      product: "Disconnecting revokes both tokens.",
      sandbox: { revokeAccessEndsRefresh: true },
    },
    "ends one": {
      product: "Disconnecting revokes both tokens.",
      sandbox: { revokeAccessEndsRefresh: false },
    },
  },
  async run(probe) {
    const grant = await makeGrant(probe);
    const revoked = await postOauth(probe.anonymous, appOf(probe), "revoke", { token: grant.access });
    const reply = await tradeRefresh(probe, grant.refresh);
    if (reply.status === 200) oweRevoke(probe, tokensIn(reply, probe.context.secrets));
    const evidence = [describe(revoked), `the refresh after it: ${describe(reply)}`];
    return found(reply.status === 200 ? "ends one" : "ends both", ...evidence);
  },
};
