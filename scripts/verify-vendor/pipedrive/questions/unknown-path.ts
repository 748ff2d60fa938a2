import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";

/** What is answered where there is nothing. */
export const unknownPath: PipedriveQuestion = {
  id: "unknown-path",
  asks: "Is an unknown path of v2 answered by a web page?",
  facts: "§2, §12.16",
  needs: [],
  variants: {
    "a web page": { product: "It is an error of ours, never 'not found'." },
    JSON: { product: "A 404 in JSON counts as 'not found'; our paths are fixed and exist." },
  },
  async run(probe) {
    const reply = await probe.api.get("/api/v2/users/me");
    if (reply.status < 400) return undecided("the path exists by now", describe(reply));
    return found(reply.json === undefined ? "a web page" : "JSON", describe(reply));
  },
};
