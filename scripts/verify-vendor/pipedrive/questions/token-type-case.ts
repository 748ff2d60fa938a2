import { textAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { refresh } from "../tokens";

/** How `token_type` is written. */
export const tokenTypeCase: PipedriveQuestion = {
  id: "token-type-case",
  asks: "Is token_type written Bearer or bearer?",
  facts: "§1",
  needs: ["refresh-token"],
  variants: {
    Bearer: { product: "It is not read: tokens are sent as Bearer.", sandbox: { tokenTypeCase: "Bearer" } },
    bearer: { product: "It is not read: tokens are sent as Bearer.", sandbox: { tokenTypeCase: "bearer" } },
  },
  async run(probe) {
    const reply = await refresh(probe);
    const type = textAt(reply.json, "token_type");
    if (type === undefined) return undecided("the answer has no token_type", describe(reply));
    return found(type, `token_type is ${type}`);
  },
};
