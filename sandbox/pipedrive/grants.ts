import type { SandboxClock } from "../lib/clock";
import type { SeededRandom } from "../lib/random";

const CODE_LIFE_MS = 5 * 60_000;
const REFRESH_LIFE_MS = 60 * 86_400_000;
/** Life of an access token in seconds (facts §1). */
export const ACCESS_LIFE_SECONDS = 3599;

const TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** One installation: a user of a company gave the app its scopes. */
export interface Installation {
  readonly companyId: number;
  readonly userId: number;
  readonly scopes: readonly string[];
  readonly refreshToken: string;
}

interface Grant extends Installation {
  refreshEndsMs: number;
}

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly scopes: readonly string[];
}

interface PendingCode {
  readonly companyId: number;
  readonly userId: number;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly endsMs: number;
}

/** Codes once and for five minutes; refresh tokens stay the same and live 60 days from their last use (facts §1). */
export class GrantBook {
  readonly #codes = new Map<string, PendingCode>();
  readonly #access = new Map<string, { readonly grant: Grant; readonly endsMs: number }>();
  readonly #grants = new Map<string, Grant>();
  readonly #clock: SandboxClock;
  readonly #random: SeededRandom;

  constructor(deps: { readonly clock: SandboxClock; readonly random: SeededRandom }) {
    this.#clock = deps.clock;
    this.#random = deps.random;
  }

  issueCode(pending: Omit<PendingCode, "endsMs">): string {
    const code = this.#random.hex(40);
    this.#codes.set(code, { ...pending, endsMs: this.#clock.nowMs() + CODE_LIFE_MS });
    return code;
  }

  /** Takes a code for good; a text says why it is refused. */
  redeemCode(code: string, redirectUri: string): TokenPair | string {
    const pending = this.#codes.get(code);
    this.#codes.delete(code);
    if (pending === undefined) return "authorization_code is invalid";
    if (pending.endsMs <= this.#clock.nowMs()) return "authorization_code has expired";
    if (pending.redirectUri !== redirectUri) return "redirect_uri is invalid";
    const { companyId, userId, scopes } = pending;
    const refreshToken = `${companyId}:${userId}:${this.#random.hex(40)}`;
    const grant = { companyId, userId, scopes, refreshToken, refreshEndsMs: 0 };
    this.#grants.set(refreshToken, grant);
    return this.#issue(grant);
  }

  /** A new access token for a living refresh token, which stays the same. */
  refresh(refreshToken: string): TokenPair | undefined {
    const grant = this.#grants.get(refreshToken);
    if (grant === undefined || grant.refreshEndsMs <= this.#clock.nowMs()) return undefined;
    return this.#issue(grant);
  }

  /** The installation an access token belongs to, while it lives. */
  access(accessToken: string): Installation | undefined {
    const issued = this.#access.get(accessToken);
    return issued === undefined || issued.endsMs <= this.#clock.nowMs() ? undefined : issued.grant;
  }

  /** A refresh token ends the installation, an access token only itself; unknown tokens are no error. */
  revoke(token: string): void {
    this.#access.delete(token);
    if (!this.#grants.delete(token)) return;
    for (const [accessToken, { grant }] of this.#access) {
      if (grant.refreshToken === token) this.#access.delete(accessToken);
    }
  }

  /** Installations that live. */
  installations(): readonly Installation[] {
    return [...this.#grants.values()];
  }

  #issue(grant: Grant): TokenPair {
    const nowMs = this.#clock.nowMs();
    grant.refreshEndsMs = nowMs + REFRESH_LIFE_MS;
    const accessToken = `v1u:${this.#random.text(254, TOKEN_ALPHABET)}==`;
    this.#access.set(accessToken, { grant, endsMs: nowMs + ACCESS_LIFE_SECONDS * 1000 });
    return { accessToken, refreshToken: grant.refreshToken, scopes: grant.scopes };
  }
}
