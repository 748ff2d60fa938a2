import { at, has } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { tradeRefresh } from "../tokens";

const DEAD = "A 400 or 401 in JSON is a dead grant, whatever its words: the person is asked to reconnect.";

/** How a refresh token that never was is refused. */
export const tokenErrorShape: PipedriveQuestion = {
  id: "token-error-shape",
  asks: "Which shape has the refusal of a refresh token?",
  facts: "§1, §12.7",
  needs: ["app"],
  variants: {
    "a code, and message": { product: DEAD, sandbox: { tokenErrorShape: "message" } },
    "a code, and error_description": { product: DEAD, sandbox: { tokenErrorShape: "description" } },
    "prose in error": { product: DEAD, sandbox: { tokenErrorShape: "text" } },
    "no error at the top": { product: DEAD },
    "not JSON": { product: "It counts as an outage: the refresh is tried again later." },
  },
  async run(probe) {
    const reply = await tradeRefresh(probe.context, probe.credentials, "1:1:not-a-refresh-token");
    const evidence = describe(reply);
    if (reply.status < 400) return undecided("a refresh token that never was is taken", evidence);
    if (reply.json === undefined) return found("not JSON", evidence);
    const error = at(reply.json, "error");
    if (typeof error !== "string") return found("no error at the top", evidence);
    if (!/^[a-z_]+$/.test(error)) return found("prose in error", evidence);
    const isDescribed = has(reply.json, "error_description");
    return found(isDescribed ? "a code, and error_description" : "a code, and message", evidence);
  },
};
