import type { Need } from "./question";

const REASONS: Readonly<Record<Need, string>> = {
  write: "needs --write: it makes objects of its own and takes them away again",
  app: "needs the app's client id and secret",
  "refresh-token": "needs the app's id and secret and a refresh token of it",
  public: "needs an address that the vendor can reach (VERIFY_PUBLIC_URL)",
  person: "needs --person: someone at a browser",
  overnight: "needs --overnight: it waits for hours, for a date to change",
  mail: "needs an address of yours that gets a mail (VERIFY_FRESHBOOKS_MAIL_TO)",
  "second-account": "needs a second account (VERIFY_FRESHBOOKS_SECOND_ACCOUNT_ID)",
};

/** Why a question cannot be asked, or undefined when nothing is missing. */
export function missingNeed(needs: readonly Need[], abilities: ReadonlySet<Need>): string | undefined {
  const missing = needs.filter((need) => !abilities.has(need));
  return missing.length === 0 ? undefined : missing.map((need) => REASONS[need]).join("; ");
}
