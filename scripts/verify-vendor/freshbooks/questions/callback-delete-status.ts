import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { callbacks, register } from "../channel";
import type { FreshbooksQuestion } from "../probe";

/** The answer to the deletion of a callback. */
export const callbackDeleteStatus: FreshbooksQuestion = {
  id: "callback-delete-status",
  asks: "With which status is the deletion of a callback answered?",
  facts: "§3.1, §12, §13",
  needs: ["write", "public"],
  variants: {
    "200": {
      product: "Both are taken; the body is not read.",
      sandbox: { callbackDeleteStatus: 200 },
    },
    "204": {
      product: "Both are taken; the body is not read.",
      sandbox: { callbackDeleteStatus: 204 },
    },
  },
  async run(probe) {
    const channel = await register(probe, "client");
    const reply = await probe.api.call("DELETE", callbacks(probe, channel.id));
    const evidence = `${describe(reply)}, with ${reply.text === "" ? "no body" : reply.said.slice(0, 40)}`;
    return reply.status < 300 ? found(String(reply.status), evidence) : undecided("it was refused", evidence);
  },
};
