import { describe } from "../../probe/reply";
import { found } from "../../question";
import { callbacks, register } from "../channel";
import { makeGrant } from "../consent";
import { appOf } from "../probe";
import type { FreshbooksQuestion } from "../probe";
import { postOauth } from "../tokens";

/** Whether a callback lives on when the grant that made it is taken back. */
export const callbackAfterRevoke: FreshbooksQuestion = {
  id: "callback-after-revoke",
  asks: "Does a callback outlive the revocation of the grant that made it?",
  facts: "§14.8",
  needs: ["write", "public", "app", "person"],
  variants: {
    stays: {
      product:
        "Disconnecting deletes the callbacks first; after a revocation elsewhere, registering again removes them.",
      sandbox: { callbacksOutliveRevoke: true },
    },
    "is gone": {
      product: "After reconnecting, the nouns are registered anew.",
      sandbox: { callbacksOutliveRevoke: false },
    },
  },
  async run(probe) {
    const grant = await makeGrant(probe);
    const channel = await register(probe, "client", { accessToken: grant.access });
    await postOauth(probe.anonymous, appOf(probe), "revoke", { token: grant.access });
    const again = await makeGrant(probe);
    const headers = { authorization: `Bearer ${again.access}` };
    const reply = await probe.anonymous.call("GET", callbacks(probe, channel.id), { headers });
    return found(reply.status === 200 ? "stays" : "is gone", `after the revocation: ${describe(reply)}`);
  },
};
