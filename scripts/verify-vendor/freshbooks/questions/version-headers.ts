import type { Reply } from "../../probe/reply";
import { found } from "../../question";
import { accounting } from "../probe";
import type { FreshbooksQuestion } from "../probe";

const UNKNOWN = 999_999_999;
const HEADERS = [{}, { "api-version": "alpha" }, { "x-api-version": "2023-02-20" }];

/** What could differ: the status, the keys of the body, and the version that is told. */
function traits({ status, text, headers }: Reply): string {
  const keys = [...text.matchAll(/"(\w+)":/g)].map(([, key]) => key).join(" ");
  return `${status}, keys ${keys}, x-api-version ${headers.get("x-api-version") ?? "absent"}`;
}

/** The SDKs send version headers; the product sends none. */
export const versionHeaders: FreshbooksQuestion = {
  id: "version-headers",
  asks: "Do the headers Api-Version or X-API-VERSION change an answer?",
  facts: "§9, §13",
  needs: [],
  variants: {
    "no effect": { product: "None is sent." },
    "changes the answer": { product: "None is sent; both shapes of errors are read." },
  },
  async run(probe) {
    const path = accounting(probe.credentials.accountId, `invoices/invoices/${UNKNOWN}`);
    const seen: string[] = [];
    for (const headers of HEADERS) seen.push(traits(await probe.api.call("GET", path, { headers })));
    const names = ["without", "with Api-Version: alpha", "with X-API-VERSION: 2023-02-20"];
    const evidence = seen.map((one, place) => `${names[place] ?? ""}: ${one}`);
    return found(new Set(seen).size === 1 ? "no effect" : "changes the answer", ...evidence);
  },
};
