import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";

const NAMES = ["x-daily-ratelimit-token-limit", "x-daily-ratelimit-token-remaining"];

/** Whether the first answer after a pause tells the day's budget. */
export const dailyHeaders: PipedriveQuestion = {
  id: "daily-headers",
  asks: "Does the first answer of a run already tell the day's budget?",
  facts: "§6, §12.8",
  needs: [],
  variants: {
    present: {
      product: "The budget is known from the first answer on.",
      sandbox: { dailyHeadersMissing: 0 },
    },
    missing: {
      product: "Until it is told, only a 429 makes the connection pause.",
      sandbox: { dailyHeadersMissing: 2 },
    },
  },
  run(probe) {
    const values = NAMES.map((name) => probe.first.headers.get(name));
    const evidence = NAMES.map((name, place) => `${name} ${values[place] ?? "absent"}`).join(", ");
    return Promise.resolve(found(values.includes(null) ? "missing" : "present", evidence));
  },
};
