import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { makeGrant } from "../consent";
import { accounting } from "../probe";
import type { FreshbooksQuestion } from "../probe";

/** What a token without the scope of a noun is told. */
export const missingScope: FreshbooksQuestion = {
  id: "missing-scope",
  asks: "With which status is a call refused whose token lacks the scope?",
  facts: "§7",
  needs: ["public", "app", "person"],
  variants: {
    "403": { product: "The record is failing, with FreshBooks' words; the connection goes on." },
    "401": { product: "The token is refreshed once, then the person is asked to reconnect." },
  },
  async run(probe) {
    const { access } = await makeGrant(probe, { scope: "user:profile:read" });
    const headers = { authorization: `Bearer ${access}` };
    const path = accounting(probe.credentials.accountId, "invoices/invoices");
    const reply = await probe.anonymous.call("GET", path, { headers });
    if (reply.status < 300) return undecided("the call was answered", describe(reply));
    return found(String(reply.status), describe(reply));
  },
};
