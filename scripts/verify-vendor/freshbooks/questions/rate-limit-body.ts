import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { FreshbooksQuestion } from "../probe";

/** Only looks on: no limit is used up to find out. */
export const rateLimitBody: FreshbooksQuestion = {
  id: "rate-limit-body",
  asks: "Is a 429 worded in JSON or as a web page?",
  facts: "§7, §13",
  needs: [],
  variants: {
    json: {
      product: "The status decides; the body is not needed.",
      sandbox: { rateLimitBody: "json" },
    },
    html: {
      product: "The status decides; the body is not needed.",
      sandbox: { rateLimitBody: "html" },
    },
  },
  run(probe) {
    const refused = probe.context.replies.find((reply) => reply.status === 429);
    if (refused === undefined) {
      return Promise.resolve(undecided("no call of this run was refused for its number"));
    }
    const isJson = refused.json !== undefined;
    return Promise.resolve(found(isJson ? "json" : "html", describe(refused)));
  },
};
