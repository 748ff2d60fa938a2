import { has, keysAt } from "../../probe/json-at";
import { ProbeError } from "../../probe/probe-error";
import { found } from "../../question";
import { askConsent, oweRevoke, tradeCode } from "../consent";
import type { FreshbooksQuestion } from "../probe";
import { tokensIn } from "../tokens";

/** Old recordings of the token answer hold a further key. */
export const idToken: FreshbooksQuestion = {
  id: "id-token",
  asks: "Does the token answer hold an id_token?",
  facts: "§1",
  needs: ["public", "app", "person"],
  variants: {
    absent: {
      product: "Only the named keys of the answer are read.",
      sandbox: { sendsIdToken: false },
    },
    present: {
      product: "Only the named keys of the answer are read; this one is not kept.",
      sandbox: { sendsIdToken: true },
    },
  },
  async run(probe) {
    const code = (await askConsent(probe))?.get("code");
    if (code == null) throw new ProbeError("The consent brought no code.");
    const reply = await tradeCode(probe, code);
    oweRevoke(probe, tokensIn(reply, probe.context.secrets));
    const keys = keysAt({ reply: reply.json }, "reply").join(", ");
    return found(has(reply.json, "id_token") ? "present" : "absent", `the answer has the keys ${keys}`);
  },
};
