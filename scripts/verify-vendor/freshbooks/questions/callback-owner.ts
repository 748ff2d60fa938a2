import { at, listAt } from "../../probe/json-at";
import { expectOk } from "../../probe/reply";
import { found } from "../../question";
import { callbacks, register } from "../channel";
import { makeGrant } from "../consent";
import type { FreshbooksQuestion } from "../probe";

/** Whether another member of the account sees a callback. */
export const callbackOwner: FreshbooksQuestion = {
  id: "callback-owner",
  asks: "Does a callback belong to the account or to the person who made it?",
  facts: "§14.8",
  needs: ["write", "public", "app", "person"],
  variants: {
    account: {
      product:
        "Two workspaces on one account see each other's callbacks; only those without any listener are removed.",
      sandbox: { callbacksBelongTo: "account" },
    },
    person: {
      product: "After a reconnect by someone else the nouns are registered anew.",
      sandbox: { callbacksBelongTo: "identity" },
    },
  },
  async run(probe) {
    await makeGrant(probe);
    const channel = await register(probe, "client");
    const { access } = await makeGrant(probe, { who: "another member" });
    const headers = { authorization: `Bearer ${access}` };
    const cargo = { headers, query: { per_page: "100" } };
    const listed = expectOk(
      await probe.anonymous.call("GET", callbacks(probe), cargo),
      "Listing the callbacks",
    );
    const all = listAt(listed.json, "response.result.callbacks");
    const isSeen = all.some((one) => at(one, "callbackid") === channel.id);
    const evidence = `another member ${isSeen ? "sees" : "does not see"} it among ${all.length} callbacks`;
    return found(isSeen ? "account" : "person", evidence);
  },
};
