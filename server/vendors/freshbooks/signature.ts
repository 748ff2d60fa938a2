import { createHmac, timingSafeEqual } from "node:crypto";

/** The orders in which the form's fields may have been signed (facts §3.4, §3.5), likeliest first. */
const orders = ["received", "docs_address", "docs_message", "sorted"] as const;
type SignatureOrder = (typeof orders)[number];

const documentedOrders = {
  docs_address: ["name", "object_id", "account_id", "business_id", "identity_id", "user_id"],
  docs_message: ["name", "object_id", "user_id", "account_id"],
} as const;

export type SignatureInput = {
  /** The request's body as it came, before any parsing. */
  rawBody: string;
  /** `X-FreshBooks-Hmac-SHA256`. */
  header: string | null;
  /** The verifiers that this callback may be signed with, newest first. */
  verifiers: readonly string[];
};

export type SignatureVerdict =
  | { ok: true; order: SignatureOrder; verifierIndex: number }
  | { ok: false; reason: "missing" | "malformed" | "mismatch" };

type Pair = readonly [name: string, value: string];

/** The form's fields in received order; a repeated one keeps its last value at its first place (facts §14.1). */
function readPairs(rawBody: string): Pair[] {
  // A leading "?" would be eaten by URLSearchParams; after an empty part it is a plain character.
  return [...new Map(new URLSearchParams(`&${rawBody}`))];
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

/** Everything that Python's `json.dumps` escapes: quotes, backslash, controls, DEL and all beyond ASCII. */
// Spelt as text so that no control character stands in a pattern literal.
const escaped = new RegExp(String.raw`[\\"\u0000-\u001f\u007f-\uffff]`, "g");

function quote(text: string): string {
  const unicode = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `"${text.replace(escaped, (unit) => shortEscapes[unit] ?? unicode(unit))}"`;
}

function render(pairs: readonly Pair[]): string {
  return `{${pairs.map(([name, value]) => `${quote(name)}: ${quote(value)}`).join(", ")}}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The fields in a candidate order; fields the order does not name keep their place behind the named ones. */
function arrange(pairs: readonly Pair[], order: SignatureOrder): readonly Pair[] {
  if (order === "received") return pairs;
  if (order === "sorted") return pairs.toSorted(([a], [b]) => compareText(a, b));
  const named: readonly string[] = documentedOrders[order];
  const rank = ([name]: Pair) => (named.includes(name) ? named.indexOf(name) : named.length);
  return pairs.toSorted((a, b) => rank(a) - rank(b));
}

/** The digest in the header, or undefined unless it is the one spelling of 32 bytes in base64. */
function readDigest(header: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(header)) return undefined;
  const digest = Buffer.from(header, "base64");
  return digest.toString("base64") === header ? digest : undefined;
}

/**
 * Whether a delivery was signed with one of the verifiers: base64 of HMAC-SHA256 over the form as Python's
 * `json.dumps` renders it (facts §3.5). Digests are compared as bytes in constant time; an empty verifier never fits.
 */
export function verifySignature({ rawBody, header, verifiers }: SignatureInput): SignatureVerdict {
  if (header === null || header === "") return { ok: false, reason: "missing" };
  const digest = readDigest(header);
  if (!digest) return { ok: false, reason: "malformed" };
  const pairs = readPairs(rawBody);
  for (const order of orders) {
    const message = Buffer.from(render(arrange(pairs, order)), "utf8");
    const verifierIndex = verifiers.findIndex((verifier) => isSignedWith(verifier, message, digest));
    if (verifierIndex !== -1) return { ok: true, order, verifierIndex };
  }
  return { ok: false, reason: "mismatch" };
}

function isSignedWith(verifier: string, message: Buffer, digest: Buffer): boolean {
  if (verifier === "") return false;
  return timingSafeEqual(createHmac("sha256", verifier).update(message).digest(), digest);
}
