import { found } from "../../question";
import { accounting } from "../probe";
import type { FreshbooksQuestion } from "../probe";

const UNKNOWN = 999_999_999;

/** The headers of the limit were recorded on successes only. */
export const rateHeadersOnErrors: FreshbooksQuestion = {
  id: "rate-headers-on-errors",
  asks: "Do refusals carry the headers of the limit?",
  facts: "§14.6",
  needs: [],
  variants: {
    absent: {
      product: "Only Retry-After of a 429 or 503 is read; without it the wait is our own.",
      sandbox: { rateHeadersOnErrors: false },
    },
    present: {
      product: "Only Retry-After of a 429 or 503 is read.",
      sandbox: { rateHeadersOnErrors: true },
    },
  },
  async run(probe) {
    const path = accounting(probe.credentials.accountId, `users/clients/${UNKNOWN}`);
    const { status, headers } = await probe.api.get(path);
    const limit = headers.get("x-ratelimit-limit");
    const evidence = `an answer ${status} has x-ratelimit-limit ${limit ?? "not at all"}`;
    return found(limit === null ? "absent" : "present", evidence);
  },
};
