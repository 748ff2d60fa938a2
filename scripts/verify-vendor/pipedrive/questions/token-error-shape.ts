import { at } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { tradeRefresh } from "../tokens";

/** How a refresh token that never was is refused. */
export const tokenErrorShape: PipedriveQuestion = {
  id: "token-error-shape",
  asks: "Which shape has the refusal of a refresh token?",
  facts: "§1, §12.7",
  needs: ["app"],
  variants: {
    "a code in error": { product: "A 400 or 401 in JSON is a dead grant: the person is asked to reconnect." },
    "prose in error": { product: "A 400 or 401 in JSON is a dead grant, whatever its words." },
    "no error at the top": { product: "A 400 or 401 in JSON is a dead grant, whatever its words." },
    "not JSON": { product: "It is tried again later; after some days the person is asked to reconnect." },
  },
  async run(probe) {
    const reply = await tradeRefresh(probe.context, probe.credentials, "1:1:not-a-refresh-token");
    const evidence = describe(reply);
    if (reply.status < 400) return undecided("a refresh token that never was is taken", evidence);
    if (reply.json === undefined) return found("not JSON", evidence);
    const error = at(reply.json, "error");
    if (typeof error !== "string") return found("no error at the top", evidence);
    return found(/^[a-z_]+$/.test(error) ? "a code in error" : "prose in error", evidence);
  },
};
