/** What a delivery says. Its content is a hint, never data: the object is always read anew. */
export type Delivery =
  | { kind: "handshake"; callbackId: string; verifier: string }
  | { kind: "event"; name: string; noun: string; objectId: string; accountId: string }
  | { kind: "malformed"; reason: string };

const idPattern = /^\d{1,19}$/;
const namePattern = /^([a-z_]{1,40})\.([A-Za-z_]{1,40})$/;
const longestVerifier = 512;

type Form = ReadonlyMap<string, string>;

/** Of a repeated field the last value counts, and a leading "?" is plain text: exactly what the signature covers. */
function readForm(rawBody: string): Form {
  return new Map(new URLSearchParams(`&${rawBody}`));
}

function readHandshake(form: Form): Delivery {
  const callbackId = form.get("object_id") ?? "";
  const verifier = form.get("verifier") ?? "";
  if (!idPattern.test(callbackId)) return { kind: "malformed", reason: "object_id is not a number" };
  if (verifier === "" || verifier.length > longestVerifier) {
    return { kind: "malformed", reason: "the verifier is missing or too long" };
  }
  return { kind: "handshake", callbackId, verifier };
}

/** Reads a delivery's form (facts §3.3, §3.4). Any text gives a value; unknown fields are ignored. */
export function parseDelivery(rawBody: string): Delivery {
  const form = readForm(rawBody);
  const name = form.get("name") ?? "";
  if (name === "callback.verify") return readHandshake(form);
  const [, noun] = namePattern.exec(name) ?? [];
  if (noun === undefined) return { kind: "malformed", reason: "name is not of the form noun.verb" };
  const objectId = form.get("object_id") ?? "";
  if (!idPattern.test(objectId)) return { kind: "malformed", reason: "object_id is not a number" };
  return { kind: "event", name, noun, objectId, accountId: form.get("account_id") ?? "" };
}
