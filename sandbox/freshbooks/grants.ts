import { createHash } from "node:crypto";

import type { SandboxClock } from "../lib/clock";
import type { SeededRandom } from "../lib/random";
import { ACCESS_LIFE_SECONDS, accessJwt } from "./access-jwt";
import type { Switches } from "./switches";

const CODE_LIFE_MS = 5 * 60_000;

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
  readonly expiresInSeconds: number;
  readonly scopes: readonly string[];
}

/** What an access token allows. */
export interface Access {
  readonly identityId: number;
  readonly scopes: readonly string[];
  /** Seconds since the epoch. */
  readonly expiresAtSeconds: number;
}

interface Grant {
  readonly identityId: number;
  readonly scopes: readonly string[];
  readonly createdAtSeconds: number;
  /** The only refresh token that still works, or null once revoked. */
  refreshToken: string | null;
}

interface IssuedAccess {
  readonly grant: Grant;
  readonly expiresMs: number;
}

export interface GrantDeps {
  readonly clock: SandboxClock;
  readonly random: SeededRandom;
  readonly switchesOf: () => Switches;
  /** Told when a grant has ended for good. */
  readonly onEnd: (identityId: number) => void;
}

/** Codes and tokens: codes once and for five minutes, refresh tokens once, one live chain per person (facts §1). */
export class GrantBook {
  readonly #codes = new Map<string, { readonly consent: Consent; readonly expiresMs: number }>();
  readonly #access = new Map<string, IssuedAccess>();
  readonly #refresh = new Map<string, Grant>();
  readonly #deps: GrantDeps;

  constructor(deps: GrantDeps) {
    this.#deps = deps;
  }

  issueCode(consent: Consent): string {
    const code = this.#deps.random.hex(64);
    this.#codes.set(code, { consent, expiresMs: this.#deps.clock.nowMs() + CODE_LIFE_MS });
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
    const nowMs = this.#deps.clock.nowMs();
    if (known === undefined || known.expiresMs <= nowMs) return undefined;
    const { identityId, scopes, codeChallenge } = known.consent;
    if (known.consent.redirectUri !== redirectUri || !this.#isChallengeMet(codeChallenge, verifier))
      return undefined;
    // A fresh authorization ends the earlier chain of the same person and app.
    if (this.#deps.switchesOf().secondConsentEndsFirst) this.#endChainsOf(identityId);
    return this.#issue({
      identityId,
      scopes,
      refreshToken: null,
      createdAtSeconds: Math.floor(nowMs / 1000),
    });
  }

  /** Spends a refresh token for a new pair; `undefined` if it is unknown, spent or revoked. */
  refresh(refreshToken: string): TokenPair | undefined {
    const grant = this.#refresh.get(refreshToken);
    const switches = this.#deps.switchesOf();
    if (grant?.refreshToken !== refreshToken) {
      if (grant !== undefined && switches.refreshReuse === "endsGrant") this.#endWhole(grant);
      return undefined;
    }
    if (!switches.oldAccessSurvivesRefresh) this.#dropAccessOf(grant);
    const pair = this.#issue(grant);
    if (!switches.refreshKeepsCreatedAt) return pair;
    // Recorded once: the first time of issue, and a second less to live (facts §1).
    const expiresInSeconds = ACCESS_LIFE_SECONDS - 1;
    return { ...pair, createdAtSeconds: grant.createdAtSeconds, expiresInSeconds };
  }

  /** What an access token allows now, if anything. */
  access(accessToken: string): Access | undefined {
    const issued = this.#access.get(accessToken);
    if (issued === undefined || issued.expiresMs <= this.#deps.clock.nowMs()) return undefined;
    const { identityId, scopes } = issued.grant;
    return { identityId, scopes, expiresAtSeconds: Math.floor(issued.expiresMs / 1000) };
  }

  /** Whose a refresh token is that still works. */
  refreshable(refreshToken: string): Omit<Access, "expiresAtSeconds"> | undefined {
    const grant = this.#refresh.get(refreshToken);
    return grant?.refreshToken === refreshToken ? grant : undefined;
  }

  /** Ends the grant a token of either kind belongs to; unknown tokens are no error. */
  revoke(token: string): void {
    const byAccess = this.#access.get(token)?.grant;
    const grant = byAccess ?? this.#refresh.get(token);
    if (grant === undefined) return;
    if (byAccess === undefined || this.#deps.switchesOf().revokeAccessEndsRefresh) this.#endWhole(grant);
    else this.#access.delete(token);
  }

  #endWhole(grant: Grant): void {
    grant.refreshToken = null;
    this.#dropAccessOf(grant);
    this.#deps.onEnd(grant.identityId);
  }

  #endChainsOf(identityId: number): void {
    for (const grant of this.#refresh.values()) {
      if (grant.identityId === identityId) grant.refreshToken = null;
    }
  }

  #dropAccessOf(grant: Grant): void {
    for (const [accessToken, issued] of this.#access) {
      if (issued.grant === grant) this.#access.delete(accessToken);
    }
  }

  #issue(grant: Grant): TokenPair {
    const { clock, random } = this.#deps;
    const nowMs = clock.nowMs();
    const createdAtSeconds = Math.floor(nowMs / 1000);
    const accessToken = accessJwt(random, grant, createdAtSeconds);
    const refreshToken = random.hex(64);
    grant.refreshToken = refreshToken;
    this.#refresh.set(refreshToken, grant);
    this.#access.set(accessToken, { grant, expiresMs: nowMs + ACCESS_LIFE_SECONDS * 1000 });
    const expiresInSeconds = ACCESS_LIFE_SECONDS;
    return { accessToken, refreshToken, createdAtSeconds, expiresInSeconds, scopes: grant.scopes };
  }

  #isChallengeMet(challenge: string | undefined, verifier: string | undefined): boolean {
    if (challenge === undefined || this.#deps.switchesOf().pkce === "ignored") return true;
    if (verifier === undefined) return false;
    return createHash("sha256").update(verifier).digest("base64url") === challenge;
  }
}
