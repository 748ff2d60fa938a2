import { createHash, randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeLimit = 2 ** 48;
const seedPattern = /^(\d{1,15}),([A-Za-z0-9+/]+={0,2})$/;

/** A ULID of a time (milliseconds since 1970) and ten bytes of entropy. */
export function encodeUlid(timeMs: number, entropy: Uint8Array): string {
  let bits = BigInt(Math.min(Math.max(0, Math.trunc(timeMs)), timeLimit - 1));
  for (const byte of entropy.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let index = 0; index < 26; index += 1) {
    text = (alphabet[Number(bits & 31n)] ?? "0") + text;
    bits >>= 5n;
  }
  return text;
}

/** A ULID of a time with random entropy. */
export function randomUlid(timeMs: number): string {
  return encodeUlid(timeMs, randomBytes(10));
}

/** The time in a ULID, milliseconds since 1970. */
export function ulidTimeMs(ulid: string): number {
  return Array.from(ulid.slice(0, 10)).reduce((time, letter) => time * 32 + alphabet.indexOf(letter), 0);
}

/** The smallest ULID of a time: every id made before it sorts below. */
export function firstUlidAt(timeMs: number): string {
  return encodeUlid(timeMs, new Uint8Array(10));
}

/**
 * Ids for the events of one `send`, from the header `x-inngest-event-id-seed`: a send that is tried again gets the
 * same ids (protocol facts §2). Null when the header does not hold a seed.
 */
export function ulidsFromSeed(seed: string, count: number): string[] | null {
  const match = seedPattern.exec(seed);
  const entropy = Buffer.from(match?.[2] ?? "", "base64");
  if (!match || entropy.length !== 10) return null;
  const timeMs = Number(match[1]);
  const first = entropy.readUInt32BE(6);
  return Array.from({ length: count }, (_, index) => {
    const bytes = Uint8Array.from(entropy);
    new DataView(bytes.buffer).setUint32(6, (first + index + 1) % 2 ** 32);
    return encodeUlid(timeMs, bytes);
  });
}

/** What makes an event that was sent during a call the same event when that call is repeated. */
export type SentInCall = {
  runId: string;
  /** Where in the run: the step that was called alone, or how many results there were. */
  position: string;
  /** How many events with the same content the same step has sent before. */
  occurrence: number;
  /** The event's name, own id and data as JSON text, without its time. */
  content: string;
};

/** The id of an event sent during a call: a repeated call sends the same id, so its events count once. */
export function ulidOfSentInCall(sent: SentInCall): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([sent.runId, sent.position, sent.occurrence, sent.content]));
  return encodeUlid(ulidTimeMs(sent.runId), hash.digest());
}
