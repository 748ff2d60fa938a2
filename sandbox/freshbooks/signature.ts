import { createHmac } from "node:crypto";

/** Form fields of a delivery, in the order in which they are sent. */
export type FormPairs = readonly (readonly [name: string, value: string])[];

const SHORT_ESCAPES = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\b", "\\b"],
  ["\f", "\\f"],
]);

function escapeUnit(unit: string): string {
  return SHORT_ESCAPES.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// What Python's json.dumps escapes: everything outside printable ASCII, quote and backslash.
function quote(text: string): string {
  return `"${text.replace(/[^ -~]|[\\"]/g, escapeUnit)}"`;
}

/** The text FreshBooks signs: the form as Python's `json.dumps` writes a dict of strings (facts §3.5). */
export function signedMessage(pairs: FormPairs): string {
  // A Map behaves as a dict does: a repeated key keeps its first place and its last value.
  return `{${[...new Map(pairs)].map(([name, value]) => `${quote(name)}: ${quote(value)}`).join(", ")}}`;
}

/** `X-FreshBooks-Hmac-SHA256` for a form under a callback's verifier. */
export function sign(pairs: FormPairs, verifier: string): string {
  return createHmac("sha256", verifier).update(signedMessage(pairs), "utf8").digest("base64");
}
