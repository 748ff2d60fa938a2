import { found } from "../../question";
import { askConsent } from "../consent";
import type { FreshbooksQuestion } from "../probe";

/** A scope that exists for reading only fails the whole consent; how it is told is open. */
export const misscopedConsent: FreshbooksQuestion = {
  id: "misscoped-consent",
  asks: "Does a consent for an impossible scope end on a page, or come back with an error?",
  facts: "§14.8",
  needs: ["public", "app", "person"],
  variants: {
    page: {
      product: "The person stays at FreshBooks; the scopes asked for are fixed and exist.",
      sandbox: { misscopedConsent: "page" },
    },
    redirect: {
      product: "The person comes back and is told that the access was not granted.",
      sandbox: { misscopedConsent: "redirect" },
    },
  },
  async run(probe) {
    const back = await askConsent(probe, { scope: "user:profile:read user:reports:write" });
    if (back === undefined) {
      return found("page", `nobody came back within ${probe.context.patience.personMs / 1000} s`);
    }
    return found("redirect", `the person came back with error ${back.get("error") ?? "nothing"}`);
  },
};
