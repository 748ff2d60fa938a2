import { at } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { callbacks } from "../channel";
import type { FreshbooksQuestion } from "../probe";

const UNKNOWN = 999_999_999;

/** The shape of a refusal of the events family. */
export const eventsErrorShape: FreshbooksQuestion = {
  id: "events-error-shape",
  asks: "Which shape has a refusal about callbacks?",
  facts: "§3.7",
  needs: [],
  variants: {
    errno: {
      product: "Read by errors.ts; the status decides.",
      sandbox: { eventsErrorShape: "errno" },
    },
    grpc: {
      product: "Read by errors.ts; the status decides.",
      sandbox: { eventsErrorShape: "grpc" },
    },
    classic: {
      product: "Read by errors.ts; the status decides.",
      sandbox: { eventsErrorShape: "classic" },
    },
  },
  async run(probe) {
    const reply = await probe.api.get(callbacks(probe, UNKNOWN));
    const evidence = describe(reply);
    if (at(reply.json, "response.errors") !== undefined) return found("classic", evidence);
    if (at(reply.json, "errno") !== undefined) return found("errno", evidence);
    if (at(reply.json, "code") !== undefined) return found("grpc", evidence);
    return undecided("it has a shape of its own", evidence);
  },
};
