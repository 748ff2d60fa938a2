import { needText } from "../../probe/reply";
import { found } from "../../question";
import { register } from "../channel";
import type { FreshbooksQuestion } from "../probe";

/** How a callback's `updated_at` is written. */
export const callbackStamp: FreshbooksQuestion = {
  id: "callback-stamp",
  asks: "How is updated_at of a callback written?",
  facts: "§3.1",
  needs: ["write", "public"],
  variants: {
    iso: {
      product: "It is not read.",
      sandbox: { callbackStamp: "iso" },
    },
    plain: {
      product: "It is not read.",
      sandbox: { callbackStamp: "plain" },
    },
  },
  async run(probe) {
    const { created } = await register(probe, "client");
    const stamp = needText(created, "response.result.callback.updated_at");
    return found(stamp.includes("T") ? "iso" : "plain", `updated_at is ${stamp}`);
  },
};
