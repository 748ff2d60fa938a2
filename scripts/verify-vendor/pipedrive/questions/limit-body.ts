import { has } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";

/** Only looks on: no limit is used up to find out. */
export const limitBody: PipedriveQuestion = {
  id: "limit-body",
  asks: "Which keys has the body of a 429?",
  facts: "§6, §12.8",
  needs: [],
  variants: {
    "with errorCode": {
      product: "The status and the headers decide; the body is not needed.",
      sandbox: { tooManyBody: "gateway" },
    },
    "without errorCode": {
      product: "The status and the headers decide; the body is not needed.",
      sandbox: { tooManyBody: "bare" },
    },
    "not JSON": { product: "The status and the headers decide; the body is not needed." },
  },
  run(probe) {
    const refused = probe.context.replies.find((reply) => reply.status === 429);
    if (refused === undefined) {
      return Promise.resolve(undecided("no call of this run was refused for its number"));
    }
    if (refused.json === undefined) return Promise.resolve(found("not JSON", describe(refused)));
    const isNumbered = has(refused.json, "errorCode");
    return Promise.resolve(found(isNumbered ? "with errorCode" : "without errorCode", describe(refused)));
  },
};
