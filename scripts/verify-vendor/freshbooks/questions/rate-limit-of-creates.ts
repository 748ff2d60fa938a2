import { found, undecided } from "../../question";
import { accounting } from "../probe";
import type { FreshbooksQuestion } from "../probe";
import { makeClient } from "../workbench";

const RECORDED = "250";

/** How many creates a minute holds. */
export const rateLimitOfCreates: FreshbooksQuestion = {
  id: "rate-limit-of-creates",
  asks: "Is the limit of creating calls 250 in a minute, as recorded?",
  facts: "§7",
  needs: ["write"],
  variants: {
    "as recorded": {
      product: "Nothing: FreshBooks' books are never written.",
      sandbox: { rateLimitAccountingPost: 250 },
    },
    other: {
      product: "Nothing: FreshBooks' books are never written.",
      sandbox: { rateLimitAccountingPost: 100 },
    },
  },
  async run(probe) {
    await makeClient(probe);
    const path = accounting(probe.credentials.accountId, "users/clients");
    const made = probe.context.replies.findLast((reply) => reply.method === "POST" && reply.path === path);
    const limit = made?.headers.get("x-ratelimit-limit") ?? undefined;
    if (limit === undefined) return undecided("the answer to a create has no header x-ratelimit-limit");
    return found(limit === RECORDED ? "as recorded" : "other", `x-ratelimit-limit ${limit}`);
  },
};
