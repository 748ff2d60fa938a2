import { at, textAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { tradeRefresh } from "../tokens";

/** Whether the refresh token stays the same. */
export const refreshRotates: PipedriveQuestion = {
  id: "refresh-rotates",
  asks: "Does a refresh bring a new refresh token?",
  facts: "§1, §12.7",
  needs: ["refresh-token"],
  variants: {
    same: { product: "It is stored anew, and is the same." },
    rotates: { product: "The new one is stored before the access token is used." },
  },
  async run(probe) {
    const { refreshToken = "" } = probe.credentials;
    const reply = await tradeRefresh(probe.context, probe.credentials, refreshToken);
    const next = textAt(reply.json, "refresh_token");
    for (const key of ["access_token", "refresh_token"]) {
      probe.context.secrets.add(textAt(reply.json, key) ?? "");
    }
    if (next === undefined) return undecided("the refresh was refused", describe(reply));
    const shown = ["token_type", "expires_in"].map((key) => `${key} ${String(at(reply.json, key))}`);
    return found(next === refreshToken ? "same" : "rotates", `the answer has ${shown.join(", ")}`);
  },
};
