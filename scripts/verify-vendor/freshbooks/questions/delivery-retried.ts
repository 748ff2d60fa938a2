import { realTime } from "../../probe/real-time";
import { found, undecided } from "../../question";
import { openChannel } from "../channel";
import { listenerOf } from "../probe";
import type { FreshbooksQuestion } from "../probe";
import { makeClient } from "../workbench";

/** Whether, and how soon, a delivery that was not answered well is sent again. */
export const deliveryRetried: FreshbooksQuestion = {
  id: "delivery-retried",
  asks: "Is a delivery that was answered 500 sent again, and how soon?",
  facts: "§3.6, §13",
  needs: ["write", "public"],
  variants: {
    retried: {
      product: "A delivery that could not be stored is answered 5xx and comes again.",
      sandbox: { retryGapsMs: [500, 2000, 8000] },
    },
    once: {
      product: "What was not stored is found by the sweep.",
      sandbox: { retryGapsMs: [] },
    },
  },
  async run(probe) {
    const { interrupted, patience } = probe.context;
    const channel = await openChannel(probe, "client");
    const listener = listenerOf(probe);
    listener.answerAt(channel.path, [500, 500]);
    await makeClient(probe);
    const came = (count: number) => () => channel.events().length >= count;
    const first = await listener.next(came(1), patience.eventMs, interrupted);
    if (first === undefined) return undecided("no event came");
    await listener.next(came(3), patience.eventMs, interrupted);
    await realTime.wait(patience.afterMs, interrupted);
    const times = channel.events().map(({ atMs }) => atMs);
    const gaps = times.slice(1).map((atMs, place) => `${atMs - (times[place] ?? 0)} ms`);
    if (gaps.length > 0) return found("retried", `it came again after ${gaps.join(", then ")}`);
    return found("once", `it did not come again within ${patience.eventMs / 1000} s`);
  },
};
