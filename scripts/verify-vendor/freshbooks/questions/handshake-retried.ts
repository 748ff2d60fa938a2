import { found, undecided } from "../../question";
import { handshake, register } from "../channel";
import type { FreshbooksQuestion } from "../probe";

/** Whether a handshake that was not answered well is sent again. */
export const handshakeRetried: FreshbooksQuestion = {
  id: "handshake-retried",
  asks: "Is a handshake that was answered 500 sent again?",
  facts: "§14.8",
  needs: ["write", "public"],
  variants: {
    once: {
      product: "Registering again asks for another handshake (register-callbacks).",
      sandbox: { handshakeRetried: false },
    },
    retried: {
      product: "The later handshake is taken as the first would have been.",
      sandbox: { handshakeRetried: true },
    },
  },
  async run(probe) {
    const channel = await register(probe, "client", { answers: [500] });
    const first = await handshake(probe, channel);
    if (first === undefined) return undecided("no handshake came at all");
    const second = await handshake(probe, channel, 2);
    if (second !== undefined) {
      return found("retried", `it came again after ${Math.round((second.atMs - first.atMs) / 1000)} s`);
    }
    const waitedS = probe.context.patience.eventMs / 1000;
    return found("once", `it did not come again within ${waitedS} s`);
  },
};
