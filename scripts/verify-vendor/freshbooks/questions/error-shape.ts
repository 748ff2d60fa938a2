import { at, has } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import { found, undecided } from "../../question";
import { accounting } from "../probe";
import type { FreshbooksQuestion } from "../probe";

const UNKNOWN = 999_999_999;

/** The shape of a refusal of the accounting family. */
export const errorShape: FreshbooksQuestion = {
  id: "error-shape",
  asks: "Which shape has the refusal of an unknown invoice?",
  facts: "§7, §12",
  needs: [],
  variants: {
    classic: {
      product: "Read by errors.ts: errno 1012 means that there is none.",
      sandbox: { errorShape: "classic" },
    },
    grpc: {
      product: "Read by errors.ts: reason 1012 means that there is none.",
      sandbox: { errorShape: "grpc" },
    },
    object: {
      product: "Read by errors.ts: the one error stands for the list.",
      sandbox: { errorShape: "object" },
    },
    "in a success": {
      product: "Recognised in a success by response.errors.",
      sandbox: { errorShape: "in200" },
    },
  },
  async run(probe) {
    const path = accounting(probe.credentials.accountId, `invoices/invoices/${UNKNOWN}`);
    const reply = await probe.api.get(path);
    const evidence = `${describe(reply)}; x-api-version ${reply.headers.get("x-api-version") ?? "is not sent"}`;
    const errors = at(reply.json, "response.errors");
    if (errors !== undefined && reply.status < 400) return found("in a success", evidence);
    if (Array.isArray(errors)) return found("classic", evidence);
    if (errors !== undefined) return found("object", evidence);
    return has(reply.json, "code")
      ? found("grpc", evidence)
      : undecided("it has a shape of its own", evidence);
  },
};
