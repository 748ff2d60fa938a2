import { expectOk } from "../../probe/reply";
import { found, undecided } from "../../question";
import { callbacks, handshake, register } from "../channel";
import type { FreshbooksQuestion } from "../probe";

/** Whether the second handshake brings the first one's verifier. */
export const verifierOnResend: FreshbooksQuestion = {
  id: "verifier-on-resend",
  asks: "Does a handshake that is sent again bring the same verifier?",
  facts: "§3.3, §13",
  needs: ["write", "public"],
  variants: {
    same: {
      product: "The verifier is stored anew, and is the same.",
      sandbox: { verifierOnResend: "same" },
    },
    new: {
      product: "The newest is stored, and the one before it still opens for deliveries under way.",
      sandbox: { verifierOnResend: "new" },
    },
  },
  async run(probe) {
    const channel = await register(probe, "client");
    const first = await handshake(probe, channel);
    if (first === undefined) return undecided("no handshake came");
    const json = { callback: { callback_id: channel.id, resend: true } };
    expectOk(await probe.api.call("PUT", callbacks(probe, channel.id), { json }), "Asking for the handshake");
    const second = await handshake(probe, channel, 2);
    if (second === undefined) return undecided("no second handshake came");
    const isSame = first.form.get("verifier") === second.form.get("verifier");
    return found(isSame ? "same" : "new", "two handshakes came, the second by resend");
  },
};
