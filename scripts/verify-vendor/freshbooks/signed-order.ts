import { createHmac } from "node:crypto";

import type { Arrival } from "../probe/listener";

/** Where FreshBooks puts its signature. */
export const SIGNATURE_HEADER = "x-freshbooks-hmac-sha256";

const SHORT = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\b", "\\b"],
  ["\f", "\\f"],
]);
const ESCAPED = new RegExp(String.raw`[\\"\u0000-\u001f\u007f-\uffff]`, "g");

/** As Python's `json.dumps` writes a text (facts §3.5). */
function quoted(text: string): string {
  const escape = (unit: string) =>
    SHORT.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `"${text.replace(ESCAPED, escape)}"`;
}

function dumped(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([name, value]) => `${quoted(name)}: ${quoted(value)}`).join(", ")}}`;
}

const DOCUMENTED = ["name", "object_id", "account_id", "business_id", "identity_id", "user_id"];

/** What the sender may have signed, by the name of the way. */
function candidates(arrival: Arrival): ReadonlyMap<string, string> {
  const pairs = [...new Map(arrival.form)];
  const rank = ([name]: [string, string]) => (DOCUMENTED.includes(name) ? DOCUMENTED.indexOf(name) : 99);
  return new Map([
    ["in received order", dumped(pairs)],
    ["in documented order", dumped(pairs.toSorted((a, b) => rank(a) - rank(b)))],
    ["sorted", dumped(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)))],
    ["as the raw body", arrival.raw],
  ]);
}

/** In which way a delivery was signed with a verifier, or undefined when in none that we know. */
export function signedOrder(arrival: Arrival, verifier: string): string | undefined {
  const header = arrival.header(SIGNATURE_HEADER);
  for (const [way, message] of candidates(arrival)) {
    if (createHmac("sha256", verifier).update(message).digest("base64") === header) return way;
  }
  return undefined;
}
