import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";

/** Only looks on: no limit is used up to find out. */
export const limitRetryAfter: PipedriveQuestion = {
  id: "limit-retry-after",
  asks: "Does a 429 carry Retry-After?",
  facts: "§6, §12.8",
  needs: [],
  variants: {
    absent: {
      product: "The wait is the window's reset by x-ratelimit-reset, at least two seconds.",
      sandbox: { tooManyRetryAfter: false },
    },
    present: {
      product: "The run waits for Retry-After, the connection for the window's reset.",
      sandbox: { tooManyRetryAfter: true },
    },
  },
  run(probe) {
    const refused = probe.context.replies.find((reply) => reply.status === 429);
    if (refused === undefined) {
      return Promise.resolve(undecided("no call of this run was refused for its number"));
    }
    const said = refused.headers.get("retry-after");
    const reset = refused.headers.get("x-ratelimit-reset") ?? "absent";
    const evidence = `Retry-After ${said ?? "absent"}, x-ratelimit-reset ${reset}`;
    return Promise.resolve(found(said === null ? "absent" : "present", evidence));
  },
};
