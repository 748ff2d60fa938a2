import { numberAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found } from "../../question";
import { callbacks, register, removeCallback } from "../channel";
import type { FreshbooksQuestion } from "../probe";

/** What a second registration of the same event at the same address does. */
export const duplicateRegistration: FreshbooksQuestion = {
  id: "duplicate-registration",
  asks: "What does registering the same event at the same address again do?",
  facts: "§3.1, §13",
  needs: ["write", "public"],
  variants: {
    allowed: {
      product: "Every registration has an address of its own; what nobody listens to is removed.",
      sandbox: { duplicateRegistration: "allowed" },
    },
    same: {
      product: "It does not come to that: every registration has an address of its own.",
      sandbox: { duplicateRegistration: "same" },
    },
    refused: {
      product: "It does not come to that: every registration has an address of its own.",
      sandbox: { duplicateRegistration: "refused" },
    },
  },
  async run(probe) {
    const first = await register(probe, "client");
    const json = { callback: { event: "client", uri: first.url } };
    const second = await probe.api.call("POST", callbacks(probe), { json });
    const id = numberAt(second.json, "response.result.callback.callbackid");
    const evidence = `${describe(second)}; the first has the id ${first.id}, the second ${id ?? "none"}`;
    if (id === undefined) return found("refused", evidence);
    if (id === first.id) return found("same", evidence);
    probe.cleanUp.owe(`callback ${id}`, () => removeCallback(probe, id));
    return found("allowed", evidence);
  },
};
