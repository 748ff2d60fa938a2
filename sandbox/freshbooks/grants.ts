import { createHash } from "node:crypto";

import type { SandboxClock } from "../lib/clock";
import type { SeededRandom } from "../lib/random";

const CODE_LIFE_MS = 5 * 60_000;
/** Life of an access token: 12 hours (facts §1). */
export const ACCESS_LIFE_SECONDS = 43_200;

/** What a person allowed on the consent page. */
export interface Consent {
  readonly identityId: number;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly codeChallenge?: string;
}

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly createdAtSeconds: number;
  readonly scopes: readonly string[];
}

/** What an access token allows. */
export interface Access {
  readonly identityId: number;
  readonly scopes: readonly string[];
}

interface Grant extends Access {
  /** The only refresh token that still works, or null once revoked. */
  refreshToken: string | null;
}

interface IssuedAccess {
  readonly grant: Grant;
  readonly expiresMs: number;
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** Codes and tokens: codes once and for five minutes, refresh tokens once, one live chain per person (facts §1). */
export class GrantBook {
  readonly #codes = new Map<string, { readonly consent: Consent; readonly expiresMs: number }>();
  readonly #access = new Map<string, IssuedAccess>();
  readonly #refresh = new Map<string, Grant>();
  readonly #clock: SandboxClock;
  readonly #random: SeededRandom;

  constructor(deps: { readonly clock: SandboxClock; readonly random: SeededRandom }) {
    this.#clock = deps.clock;
    this.#random = deps.random;
  }

  issueCode(consent: Consent): string {
    const code = this.#random.hex(64);
    this.#codes.set(code, { consent, expiresMs: this.#clock.nowMs() + CODE_LIFE_MS });
    return code;
  }

  /** Takes a code for good; `undefined` if it is unknown, spent, too old, or meant for another redirect URI. */
  redeemCode(
    code: string,
    redirectUri: string | undefined,
    verifier: string | undefined,
  ): TokenPair | undefined {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (known === undefined || known.expiresMs <= this.#clock.nowMs()) return undefined;
    const { consent } = known;
    if (consent.redirectUri !== redirectUri || !isChallengeMet(consent.codeChallenge, verifier))
      return undefined;
    // A fresh authorization ends the earlier chain of the same person and app.
    for (const grant of new Set(this.#refresh.values())) {
      if (grant.identityId === consent.identityId) this.#end(grant);
    }
    return this.#issue({ identityId: consent.identityId, scopes: consent.scopes, refreshToken: null });
  }

  /** Spends a refresh token for a new pair; `undefined` if it is unknown, spent or revoked. */
  refresh(refreshToken: string): TokenPair | undefined {
    const grant = this.#refresh.get(refreshToken);
    if (grant?.refreshToken !== refreshToken) return undefined;
    return this.#issue(grant);
  }

  /** What an access token allows now, if anything. */
  access(accessToken: string): Access | undefined {
    const issued = this.#access.get(accessToken);
    return issued === undefined || issued.expiresMs <= this.#clock.nowMs() ? undefined : issued.grant;
  }

  /** Ends the grant a token of either kind belongs to; unknown tokens are no error. */
  revoke(token: string): void {
    const grant = this.#access.get(token)?.grant ?? this.#refresh.get(token);
    if (grant === undefined) return;
    this.#end(grant);
    for (const [accessToken, issued] of this.#access) {
      if (issued.grant === grant) this.#access.delete(accessToken);
    }
  }

  #end(grant: Grant): void {
    grant.refreshToken = null;
  }

  #issue(grant: Grant): TokenPair {
    const nowMs = this.#clock.nowMs();
    const createdAtSeconds = Math.floor(nowMs / 1000);
    const accessToken = this.#accessToken(grant, createdAtSeconds);
    const refreshToken = this.#random.hex(64);
    grant.refreshToken = refreshToken;
    this.#refresh.set(refreshToken, grant);
    this.#access.set(accessToken, { grant, expiresMs: nowMs + ACCESS_LIFE_SECONDS * 1000 });
    return { accessToken, refreshToken, createdAtSeconds, scopes: grant.scopes };
  }

  // A JWT by its looks, about 1 kB as the real one; nothing here ever verifies it.
  #accessToken(grant: Grant, issuedAtSeconds: number): string {
    const payload = {
      iss: "freshbooks-sandbox",
      sub: String(grant.identityId),
      iat: issuedAtSeconds,
      exp: issuedAtSeconds + ACCESS_LIFE_SECONDS,
      jti: this.#random.uuid(),
      scope: grant.scopes.join(" "),
      filler: this.#random.alphanumeric(256),
    };
    return `${base64url({ alg: "RS256", typ: "JWT" })}.${base64url(payload)}.${this.#random.alphanumeric(342)}`;
  }
}

function isChallengeMet(challenge: string | undefined, verifier: string | undefined): boolean {
  if (challenge === undefined) return true;
  if (verifier === undefined) return false;
  return createHash("sha256").update(verifier).digest("base64url") === challenge;
}
