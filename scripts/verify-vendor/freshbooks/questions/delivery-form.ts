import { found, undecided } from "../../question";
import { openChannel, waitOutEvents } from "../channel";
import type { FreshbooksQuestion } from "../probe";

const KNOWN: Readonly<Record<string, string>> = {
  "name,object_id,user_id,identity_id,business_id,account_id": "as captured",
  "name,object_id,account_id,business_id,identity_id,user_id": "as documented",
};

/** The fields of a delivery and their order, which the signature is made over. */
export const deliveryForm: FreshbooksQuestion = {
  id: "delivery-form",
  asks: "Which fields has a delivery, in which order?",
  facts: "§3.4, §12, §13",
  needs: ["write", "public"],
  variants: {
    "as captured": {
      product: "The signature is tried in received order first.",
      sandbox: { fieldOrder: "captured" },
    },
    "as documented": {
      product: "The signature is tried in received order first, then in both documented ones.",
      sandbox: { fieldOrder: "docs" },
    },
    "with further fields": {
      product: "Unknown fields take part in the signature and are not read.",
      sandbox: { fieldOrder: "system" },
    },
    "in another order": { product: "The signature is tried in received order first." },
  },
  async run(probe) {
    const channel = await openChannel(probe, "client");
    await waitOutEvents(probe, channel);
    const delivery = channel.events()[0];
    if (delivery === undefined) return undecided("no event came");
    const names = [...delivery.form.keys()];
    const expected = new Set(Object.keys(KNOWN).flatMap((order) => order.split(",")));
    const evidence = `the fields are ${names.join(", ")}`;
    if (names.some((name) => !expected.has(name))) return found("with further fields", evidence);
    return found(KNOWN[names.join(",")] ?? "in another order", evidence);
  },
};
