import { numberAt } from "../../probe/json-at";
import { ProbeError } from "../../probe/probe-error";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { askConsent, oweRevoke, tradeCode, tradeRefresh } from "../consent";
import type { FreshbooksQuestion } from "../probe";
import { tokensIn } from "../tokens";

const APART_MS = 3000;

/** One live refresh answered the first `created_at`. */
export const refreshCreatedAt: FreshbooksQuestion = {
  id: "refresh-created-at",
  asks: "Is created_at of a refresh its own, or that of the first grant?",
  facts: "§1",
  needs: ["public", "app", "person"],
  variants: {
    "its own": {
      product: "Expiry is created_at + expires_in, held between ten minutes and expires_in from now.",
      sandbox: { refreshKeepsCreatedAt: false },
    },
    "that of the first": {
      product:
        "Expiry is held to at least ten minutes from now, so that a token is not refreshed without end.",
      sandbox: { refreshKeepsCreatedAt: true },
    },
  },
  async run(probe) {
    const code = (await askConsent(probe))?.get("code");
    if (code == null) throw new ProbeError("The consent brought no code.");
    const first = await tradeCode(probe, code);
    const { refresh } = oweRevoke(probe, tokensIn(first, probe.context.secrets));
    await probe.context.time.wait(APART_MS, probe.context.interrupted);
    const second = await tradeRefresh(probe, refresh);
    oweRevoke(probe, tokensIn(second, probe.context.secrets));
    const [was, is] = [numberAt(first.json, "created_at"), numberAt(second.json, "created_at")];
    if (was === undefined || is === undefined) {
      return undecided("an answer has no created_at", describe(first), describe(second));
    }
    const life = numberAt(second.json, "expires_in") ?? "nothing";
    const evidence = `created_at ${was}, ${APART_MS / 1000} s later ${is}, with expires_in ${life}`;
    return found(is > was ? "its own" : "that of the first", evidence);
  },
};
