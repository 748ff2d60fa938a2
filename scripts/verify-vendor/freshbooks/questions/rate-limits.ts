import { found, undecided } from "../../question";
import type { FreshbooksQuestion } from "../probe";

const RECORDED = "600";

/** How many calls a minute holds. */
export const rateLimits: FreshbooksQuestion = {
  id: "rate-limits",
  asks: "Is the limit of reading calls 600 in a minute, as recorded?",
  facts: "§7",
  needs: [],
  variants: {
    "as recorded": {
      product: "Retry-After of a 429 is obeyed; no number is relied on.",
      sandbox: { rateLimitGeneral: 600 },
    },
    other: {
      product: "Retry-After of a 429 is obeyed; no number is relied on.",
      sandbox: { rateLimitGeneral: 300 },
    },
  },
  async run(probe) {
    const { headers } = await probe.api.get("/auth/api/v1/users/me");
    const limit = headers.get("x-ratelimit-limit");
    if (limit === null) return undecided("a success has no header x-ratelimit-limit");
    const names = ["x-ratelimit-remaining", "x-ratelimit-reset", "retry-after"];
    const rest = names.map((name) => `${name} ${headers.get(name) ?? "absent"}`).join(", ");
    return found(limit === RECORDED ? "as recorded" : "other", `x-ratelimit-limit ${limit}, ${rest}`);
  },
};
