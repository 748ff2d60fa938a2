import type { SandboxClock } from "../lib/clock";
import type { SeededRandom } from "../lib/random";

const CODE_LIFE_MS = 5 * 60_000;
const REFRESH_LIFE_MS = 60 * 86_400_000;
const TIDY_AT = 1000;
const TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** One installation: a user of a company gave the app its scopes. */
export interface Installation {
  /** Stays the same as long as the installation lives. */
  readonly key: string;
  readonly companyId: number;
  readonly userId: number;
  readonly scopes: readonly string[];
  /** The app's callback URL, to which its end is told. */
  readonly redirectUri: string;
  readonly refreshToken: string;
}

interface Grant extends Installation {
  refreshToken: string;
  refreshEndsMs: number;
}

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly scopes: readonly string[];
}

/** How tokens are given out. */
export interface TokenRules {
  readonly expiresIn: number;
  readonly refreshRotates: boolean;
}

interface PendingCode extends Pick<Installation, "companyId" | "redirectUri" | "scopes" | "userId"> {
  readonly endsMs: number;
}

interface Issued {
  readonly grant: Grant;
  readonly endsMs: number;
}

/** Codes once and for five minutes; refresh tokens stay the same and live 60 days from their last use (facts §1). */
export class GrantBook {
  readonly #codes = new Map<string, PendingCode>();
  readonly #access = new Map<string, Issued>();
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
  redeemCode(code: string, redirectUri: string, rules: TokenRules): TokenPair | string {
    const pending = this.#codes.get(code);
    this.#codes.delete(code);
    if (pending === undefined) return "authorization_code is invalid";
    if (pending.endsMs <= this.#clock.nowMs()) return "authorization_code has expired";
    if (pending.redirectUri !== redirectUri) return "redirect_uri is invalid";
    const { companyId, userId, scopes } = pending;
    const refreshToken = this.#refreshToken(pending);
    const grant = {
      key: refreshToken,
      companyId,
      userId,
      scopes,
      redirectUri,
      refreshToken,
      refreshEndsMs: 0,
    };
    this.#grants.set(refreshToken, grant);
    return this.#issue(grant, rules);
  }

  /** The installation of a living refresh token. */
  installation(refreshToken: string): Installation | undefined {
    const grant = this.#grants.get(refreshToken);
    return grant === undefined || grant.refreshEndsMs <= this.#clock.nowMs() ? undefined : grant;
  }

  /** A new access token for a living refresh token, which stays the same unless tokens rotate. */
  refresh(refreshToken: string, rules: TokenRules): TokenPair | undefined {
    const grant = this.#grants.get(refreshToken);
    if (grant === undefined || grant.refreshEndsMs <= this.#clock.nowMs()) return undefined;
    if (rules.refreshRotates) {
      this.#grants.delete(refreshToken);
      grant.refreshToken = this.#refreshToken(grant);
      this.#grants.set(grant.refreshToken, grant);
    }
    return this.#issue(grant, rules);
  }

  /** The installation an access token belongs to, while it lives. */
  access(accessToken: string): Installation | undefined {
    const issued = this.#access.get(accessToken);
    return issued === undefined || issued.endsMs <= this.#clock.nowMs() ? undefined : issued.grant;
  }

  /**
   * A refresh token ends the installation, which is given back; an access token ends only itself; unknown tokens are
   * no error.
   */
  revoke(token: string): Installation | undefined {
    this.#access.delete(token);
    const ended = this.#grants.get(token);
    if (ended === undefined) return undefined;
    this.#grants.delete(token);
    for (const [accessToken, { grant }] of this.#access) {
      if (grant === ended) this.#access.delete(accessToken);
    }
    return ended;
  }

  /** Installations that live. */
  installations(): readonly Installation[] {
    return [...this.#grants.values()];
  }

  #refreshToken({ companyId, userId }: Pick<Installation, "companyId" | "userId">): string {
    return `${companyId}:${userId}:${this.#random.hex(40)}`;
  }

  #issue(grant: Grant, { expiresIn }: TokenRules): TokenPair {
    const nowMs = this.#clock.nowMs();
    grant.refreshEndsMs = nowMs + REFRESH_LIFE_MS;
    if (this.#access.size >= TIDY_AT) this.#tidy(nowMs);
    const accessToken = `v1u:${this.#random.text(254, TOKEN_ALPHABET)}==`;
    this.#access.set(accessToken, { grant, endsMs: nowMs + expiresIn * 1000 });
    return { accessToken, refreshToken: grant.refreshToken, scopes: grant.scopes };
  }

  #tidy(nowMs: number): void {
    for (const [token, { endsMs }] of this.#access) if (endsMs <= nowMs) this.#access.delete(token);
  }
}
