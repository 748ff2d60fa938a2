import { at } from "../../probe/json-at";
import { expectOk } from "../../probe/reply";
import { found } from "../../question";
import { callbacks, openChannel } from "../channel";
import { listenerOf } from "../probe";
import type { FreshbooksQuestion } from "../probe";

/** Whether a callback that is pointed elsewhere has to be verified again. */
export const changedUri: FreshbooksQuestion = {
  id: "changed-uri",
  asks: "Must a callback be verified anew when its address is changed?",
  facts: "§14.8",
  needs: ["write", "public"],
  variants: {
    "must be verified": {
      product: "Addresses are never changed: a new callback takes the old one's place.",
      sandbox: { changedUriNeedsVerifying: true },
    },
    "stays verified": {
      product: "Addresses are never changed: a new callback takes the old one's place.",
      sandbox: { changedUriNeedsVerifying: false },
    },
  },
  async run(probe) {
    const channel = await openChannel(probe, "client");
    const { url } = listenerOf(probe).address();
    const json = { callback: { event: "client", uri: url } };
    expectOk(await probe.api.call("PUT", callbacks(probe, channel.id), { json }), "Changing the address");
    const now = expectOk(await probe.api.get(callbacks(probe, channel.id)), "Reading the callback");
    const verified = at(now.json, "response.result.callback.verified");
    const evidence = `verified is ${String(verified)} after the change`;
    return found(verified === true ? "stays verified" : "must be verified", evidence);
  },
};
