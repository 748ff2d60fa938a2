import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { callbacks, handshake, register } from "../channel";
import type { FreshbooksQuestion } from "../probe";

const DROPPED = "The offered verifier is dropped; a callback that works goes on with the confirmed one.";

/** The answer to a verifier that FreshBooks did not send. */
export const wrongVerifier: FreshbooksQuestion = {
  id: "wrong-verifier",
  asks: "With which status is a wrong verifier refused?",
  facts: "§3.3",
  needs: ["write", "public"],
  variants: {
    "400": { product: DROPPED },
    "403": { product: DROPPED },
    "404": { product: DROPPED },
    "422": { product: DROPPED },
    taken: {
      product: "Anybody who knows a callback's path could make it useless: the path is not to be guessed.",
    },
  },
  async run(probe) {
    const channel = await register(probe, "client");
    if ((await handshake(probe, channel)) === undefined) return undecided("no handshake came");
    const json = { callback: { callback_id: channel.id, verifier: "not-the-verifier-of-this-callback" } };
    const reply = await probe.api.call("PUT", callbacks(probe, channel.id), { json });
    return found(reply.status < 300 ? "taken" : String(reply.status), describe(reply));
  },
};
