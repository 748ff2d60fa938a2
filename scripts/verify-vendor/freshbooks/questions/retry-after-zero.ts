import { found, undecided } from "../../question";
import type { FreshbooksQuestion } from "../probe";

/** Only looks on: no limit is used up to find out. */
export const retryAfterZero: FreshbooksQuestion = {
  id: "retry-after-zero",
  asks: "Does a 429 ever say Retry-After: 0?",
  facts: "§14.6",
  needs: [],
  variants: {
    "says how long": {
      product: "It is obeyed.",
      sandbox: { retryAfterZero: false },
    },
    "says zero": {
      product: "The run comes again at once; each refusal counts as a try.",
      sandbox: { retryAfterZero: true },
    },
  },
  run(probe) {
    const refused = probe.context.replies.find((reply) => reply.status === 429);
    const said = refused?.headers.get("retry-after") ?? undefined;
    if (said === undefined) {
      return Promise.resolve(undecided("no call of this run was answered 429 with Retry-After"));
    }
    return Promise.resolve(found(Number(said) === 0 ? "says zero" : "says how long", `Retry-After: ${said}`));
  },
};
