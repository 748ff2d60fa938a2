import { numberAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { refresh } from "../tokens";

const READ = "The expiry is taken from it, so either is right.";

/** How long an access token is said to live. */
export const tokenLife: PipedriveQuestion = {
  id: "token-life",
  asks: "Is expires_in 3599 or 3600 seconds?",
  facts: "§1",
  needs: ["refresh-token"],
  variants: {
    "3599": { product: READ, sandbox: { expiresIn: 3599 } },
    "3600": { product: READ, sandbox: { expiresIn: 3600 } },
    other: { product: READ },
  },
  async run(probe) {
    const reply = await refresh(probe);
    const seconds = numberAt(reply.json, "expires_in");
    if (seconds === undefined) return undecided("the answer has no expires_in", describe(reply));
    const isKnown = seconds === 3599 || seconds === 3600;
    return found(isKnown ? String(seconds) : "other", `expires_in is ${seconds}`);
  },
};
