import { found, undecided } from "../../question";
import { handshake, openChannel, waitOutEvents } from "../channel";
import type { FreshbooksQuestion } from "../probe";
import { SIGNATURE_HEADER, signedOrder } from "../signed-order";

/** The rule of the signature: no real one was ever checked. */
export const deliverySignature: FreshbooksQuestion = {
  id: "delivery-signature",
  asks: "Over what is the signature of a delivery made?",
  facts: "§3.5, §13",
  needs: ["write", "public"],
  variants: {
    "in received order": { product: "Accepted: this order is tried first." },
    "in documented order": { product: "Accepted: this order is tried next." },
    sorted: { product: "Accepted: this order is tried last." },
    "as the raw body": { product: "Refused with 401: signature.ts has to learn it." },
    unknown: { product: "Refused with 401: signature.ts has to learn it." },
  },
  async run(probe) {
    const channel = await openChannel(probe, "client");
    await waitOutEvents(probe, channel);
    const delivery = channel.events()[0];
    const verifier = (await handshake(probe, channel))?.form.get("verifier") ?? "";
    if (delivery?.header(SIGNATURE_HEADER) === undefined) {
      return undecided("no delivery with a signature came", `${channel.events().length} deliveries came`);
    }
    const way = signedOrder(delivery, verifier);
    return found(way ?? "unknown", `a delivery of ${[...delivery.form.keys()].join(", ")} was checked`);
  },
};
