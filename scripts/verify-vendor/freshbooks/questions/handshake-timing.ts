import { found } from "../../question";
import { handshake, register } from "../channel";
import type { FreshbooksQuestion } from "../probe";

const SOON_MS = 2000;

/** When the handshake comes, seen from the answer of the create call. */
export const handshakeTiming: FreshbooksQuestion = {
  id: "handshake-timing",
  asks: "Does the handshake come before or after the answer to the registration?",
  facts: "§3.3, §12",
  needs: ["write", "public"],
  variants: {
    after: {
      product: "The handshake is matched by its path and id.",
      sandbox: { handshake: "after" },
    },
    before: {
      product: "The path is stored before the call: the handshake is taken, and its id kept.",
      sandbox: { handshake: "before" },
    },
    delayed: {
      product: "The callback is shown as pending until then.",
      sandbox: { handshake: "delayed", handshakeDelayMs: 3000 },
    },
    never: {
      product: "The callback stays pending, and can be asked for again; the sweep finds the changes.",
      sandbox: { handshake: "never" },
    },
  },
  async run(probe) {
    const channel = await register(probe, "client");
    const arrival = await handshake(probe, channel);
    if (arrival === undefined) {
      return found("never", `no handshake within ${probe.context.patience.eventMs / 1000} s`);
    }
    const laterMs = arrival.atMs - channel.createdAtMs;
    const evidence = `the handshake came ${Math.abs(laterMs)} ms ${laterMs < 0 ? "before" : "after"} the answer`;
    if (laterMs < 0) return found("before", evidence);
    return found(laterMs > SOON_MS ? "delayed" : "after", evidence);
  },
};
