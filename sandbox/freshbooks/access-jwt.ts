import type { SeededRandom } from "../lib/random";

/** Life of an access token: 12 hours (facts §1). */
export const ACCESS_LIFE_SECONDS = 43_200;

interface Subject {
  readonly identityId: number;
  readonly scopes: readonly string[];
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** A JWT by its looks, about 1 kB as the real one; nothing here ever verifies it. */
export function accessJwt(random: SeededRandom, subject: Subject, issuedAtSeconds: number): string {
  const payload = {
    iss: "freshbooks-sandbox",
    sub: String(subject.identityId),
    iat: issuedAtSeconds,
    exp: issuedAtSeconds + ACCESS_LIFE_SECONDS,
    jti: random.uuid(),
    scope: subject.scopes.join(" "),
    filler: random.alphanumeric(256),
  };
  return `${base64url({ alg: "RS256", typ: "JWT" })}.${base64url(payload)}.${random.alphanumeric(342)}`;
}
