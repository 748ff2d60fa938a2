import { found } from "../../question";
import { askConsent } from "../consent";
import type { FreshbooksQuestion } from "../probe";

/** What a person's refusal leads to. */
export const deniedConsent: FreshbooksQuestion = {
  id: "denied-consent",
  asks: "Does a refused consent come back with an error, or end on a page?",
  facts: "§14.8",
  needs: ["public", "app", "person"],
  variants: {
    redirect: {
      product: "The person comes back and is told that the access was not granted.",
      sandbox: { deniedConsent: "redirect" },
    },
    page: {
      product: "The person stays at FreshBooks; the state runs out after ten minutes.",
      sandbox: { deniedConsent: "page" },
    },
  },
  async run(probe) {
    const back = await askConsent(probe, { decision: "deny" });
    if (back === undefined) {
      return found("page", `nobody came back within ${probe.context.patience.personMs / 1000} s`);
    }
    return found("redirect", `the person came back with error ${back.get("error") ?? "nothing"}`);
  },
};
