import { at, has } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { accounting } from "../probe";
import type { FreshbooksQuestion } from "../probe";

/** What the accounting family says to a token that is none. */
export const unauthenticatedBody: FreshbooksQuestion = {
  id: "unauthenticated-body",
  asks: "Which body has a 401 of the accounting family?",
  facts: "§7, §14.2",
  needs: [],
  variants: {
    general: {
      product: "The status decides: the token is refreshed once, then the person is asked to reconnect.",
      sandbox: { accountingUnauthenticated: "general" },
    },
    classic: {
      product: "The status decides: the token is refreshed once, then the person is asked to reconnect.",
      sandbox: { accountingUnauthenticated: "classic" },
    },
  },
  async run(probe) {
    const path = accounting(probe.credentials.accountId, "invoices/invoices");
    const headers = { authorization: "Bearer not-a-token" };
    const reply = await probe.anonymous.call("GET", path, { headers });
    const evidence = describe(reply);
    if (reply.status !== 401) return undecided("a token that is none is not answered 401", evidence);
    if (at(reply.json, "response.errors") !== undefined) return found("classic", evidence);
    return has(reply.json, "error") ? found("general", evidence) : undecided("a body of its own", evidence);
  },
};
