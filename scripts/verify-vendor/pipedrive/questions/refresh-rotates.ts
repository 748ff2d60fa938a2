import { textAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { newestRefreshToken, refresh } from "../tokens";

/** Whether the refresh token stays the same. */
export const refreshRotates: PipedriveQuestion = {
  id: "refresh-rotates",
  asks: "Does a refresh bring a new refresh token?",
  facts: "§1, §12.7",
  needs: ["refresh-token"],
  variants: {
    same: { product: "It is stored anew, and is the same.", sandbox: { refreshRotates: false } },
    rotates: {
      product: "The new one is stored before the access token is used.",
      sandbox: { refreshRotates: true },
    },
  },
  async run(probe) {
    const before = newestRefreshToken(probe);
    const reply = await refresh(probe);
    const next = textAt(reply.json, "refresh_token");
    if (next === undefined) return undecided("the refresh was refused", describe(reply));
    const isSame = next === before;
    return found(
      isSame ? "same" : "rotates",
      `the answer brings ${isSame ? "the same" : "another"} refresh token`,
    );
  },
};
