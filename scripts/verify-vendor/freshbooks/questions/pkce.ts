import { createHash, randomBytes } from "node:crypto";

import { ProbeError } from "../../probe/probe-error";
import { describe } from "../../probe/reply";
import { found } from "../../question";
import { askConsent, oweRevoke, tradeCode } from "../consent";
import type { FreshbooksQuestion } from "../probe";
import { tokensIn } from "../tokens";

/** Whether a wrong verifier spoils the exchange of a code that was asked for with a challenge. */
export const pkce: FreshbooksQuestion = {
  id: "pkce",
  asks: "Is a code with a challenge refused when the verifier is wrong?",
  facts: "§1, §12, §13",
  needs: ["public", "app", "person"],
  variants: {
    verified: {
      product: "No challenge is sent; the state is bound to the session instead.",
      sandbox: { pkce: "verified" },
    },
    ignored: {
      product: "No challenge is sent; the state is bound to the session instead.",
      sandbox: { pkce: "ignored" },
    },
  },
  async run(probe) {
    const verifier = randomBytes(32).toString("base64url");
    const codeChallenge = createHash("sha256").update(verifier).digest("base64url");
    const code = (await askConsent(probe, { codeChallenge }))?.get("code");
    if (code == null) throw new ProbeError("The consent brought no code.");
    const reply = await tradeCode(probe, code, { code_verifier: randomBytes(32).toString("base64url") });
    if (reply.status === 200) oweRevoke(probe, tokensIn(reply, probe.context.secrets));
    const evidence = `with a wrong verifier: ${describe(reply)}`;
    return found(reply.status === 200 ? "ignored" : "verified", evidence);
  },
};
