import { found, undecided } from "../../question";
import { handshake, register } from "../channel";
import type { FreshbooksQuestion } from "../probe";
import { SIGNATURE_HEADER, signedOrder } from "../signed-order";

/** Whether the handshake carries a signature by the verifier it brings. */
export const handshakeSigned: FreshbooksQuestion = {
  id: "handshake-signed",
  asks: "Is the handshake signed with the verifier that it brings?",
  facts: "§3.3, §13",
  needs: ["write", "public"],
  variants: {
    signed: {
      product: "The signature is not asked for; only FreshBooks' acceptance makes a verifier good.",
      sandbox: { handshakeSigned: true },
    },
    unsigned: {
      product: "The handshake is taken; only FreshBooks' acceptance makes a verifier good.",
      sandbox: { handshakeSigned: false },
    },
  },
  async run(probe) {
    const channel = await register(probe, "client");
    const arrival = await handshake(probe, channel);
    if (arrival === undefined) return undecided("no handshake came");
    const header = arrival.header(SIGNATURE_HEADER);
    if (header === undefined) return found("unsigned", `the handshake has no header ${SIGNATURE_HEADER}`);
    const order = signedOrder(arrival, arrival.form.get("verifier") ?? "");
    if (order === undefined) return undecided("it is signed, but not by its verifier in any known way");
    return found("signed", `its signature fits its verifier over the fields ${order}`);
  },
};
