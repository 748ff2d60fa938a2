import { listAt, shownAt } from "../../probe/json-at";
import { found } from "../../question";
import { accounting } from "../probe";
import type { FreshbooksQuestion } from "../probe";

const LISTS = ["users/clients", "invoices/invoices", "payments/payments", "credit_notes/credit_notes"];

/** A feature that the plan lacks answers 200 with an error in it. */
export const availableFeatures: FreshbooksQuestion = {
  id: "available-features",
  asks: "Do all lists that the product reads exist in this account?",
  facts: "§7",
  needs: [],
  variants: {
    all: {
      product: "Everything is followed.",
      sandbox: { unavailableFeatures: [] },
    },
    "some are missing": {
      product: "The error in the success is recognised; that noun shows its reason, the others go on.",
      sandbox: { unavailableFeatures: ["credit_notes"] },
    },
  },
  async run(probe) {
    const evidence: string[] = [];
    for (const path of LISTS) {
      const reply = await probe.api.get(accounting(probe.credentials.accountId, path), { per_page: "1" });
      const errno = shownAt(listAt(reply.json, "response.errors")[0], "errno");
      const isMissing = reply.status !== 200 || errno !== "absent";
      if (isMissing) evidence.push(`${path}: ${reply.status}, errno ${errno}`);
    }
    if (evidence.length > 0) return found("some are missing", ...evidence);
    return found("all", `${LISTS.join(", ")} answer`);
  },
};
