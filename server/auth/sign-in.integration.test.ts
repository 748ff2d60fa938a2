import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionSeconds } from "../credentials/people/open-session";
import { hashPassword, isPasswordRight } from "../credentials/people/password";
import { revokeSession } from "../db/repos/session";
import { createTestDeps } from "../testing/test-deps";
import type { TestDeps } from "../testing/test-deps";
import { signUp } from "../use-cases/people/sign-up";
import { openSignIn } from "../use-cases/sign-in/open-sign-in";
import { signInWithPassword } from "../use-cases/sign-in/with-password";
import type { AuthRequest } from "./auth-request";
import { sessionCookie, sessionSecret, viewerOfCookie } from "./cookie";
import { authOptions } from "./options";

const password = "correct horse battery staple";

let deps: TestDeps;

beforeAll(async () => {
  deps = await createTestDeps();
  await signUp(deps, { name: "Ada", email: "ada@example.com", password, address: null });
});

afterAll(async () => {
  await deps.close();
});

/** Tries from an address that nobody else comes from: these tests are not about waiting. */
function authenticate(credentials: unknown): Promise<{ userId: string } | null> {
  return signInWithPassword(deps, credentials, { address: randomUUID() });
}

/** A request from nowhere in particular, without a session. */
function asked(): AuthRequest {
  return { deps, address: null, userAgent: null, sessionId: null };
}

/** A session cookie as next-auth writes it. */
function cookieFor(sessionId: string, secret = sessionSecret(deps.env)): Promise<string> {
  return encode({ token: { sid: sessionId }, secret, maxAge: 3600 });
}

describe("passwords", () => {
  it("are kept as salted argon2id and left out of every query", async () => {
    const [first, second] = [await hashPassword(password), await hashPassword(password)];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    const user = await deps.db.user.findUniqueOrThrow({ where: { email: "ada@example.com" } });
    expect(Object.keys(user)).not.toContain("passwordHash");
  });

  it("fit their own hash alone, and nothing fits nobody's", async () => {
    const hash = await hashPassword(password);
    expect(await isPasswordRight(hash, password)).toBe(true);
    expect(await isPasswordRight(hash, `${password} `)).toBe(false);
    expect(await isPasswordRight(null, "no account has this password")).toBe(false);
  });
});

describe("signUp", () => {
  it("answers a taken e-mail like a free one and leaves its account alone", async () => {
    const again = { name: "Eve", email: "ada@example.com", password: "another password", address: null };
    expect(await signUp(deps, again)).toEqual({ email: "ada@example.com" });
    expect(await authenticate({ email: "ada@example.com", password: "another password" })).toBeNull();
    expect(await authenticate({ email: "ada@example.com", password })).not.toBeNull();
  });

  it("makes one account of many sign-ups at once", async () => {
    const input = { name: "Bea", email: "bea@example.com", password, address: null };
    await Promise.all(Array.from({ length: 3 }, () => signUp(deps, input)));
    expect(await deps.db.user.count({ where: { email: "bea@example.com" } })).toBe(1);
  });
});

describe("signing in with a password", () => {
  it("takes the e-mail in any case", async () => {
    expect(await authenticate({ email: " Ada@Example.COM ", password })).not.toBeNull();
  });

  it.each([
    [{ email: "ada@example.com", password: "wrong" }],
    [{ email: "nobody@example.com", password }],
    [{ email: "ada@example.com", password: "" }],
    [{ email: { contains: "" }, password }],
    [undefined],
  ])("gives the same null for %j", async (credentials) => {
    expect(await authenticate(credentials)).toBeNull();
  });
});

describe("a session", () => {
  async function signedIn(): Promise<string> {
    const proved = await authenticate({ email: "ada@example.com", password });
    if (!proved) throw new Error("not signed in");
    const where = { address: null, userAgent: null, formerSessionId: null };
    return await openSignIn(deps, { ...proved, method: "password", ...where });
  }

  it("is read from its cookie until it is revoked", async () => {
    const sessionId = await signedIn();
    const cookie = await cookieFor(sessionId);
    expect(await viewerOfCookie(deps, cookie)).toMatchObject({ sessionId, email: "ada@example.com" });
    await revokeSession(deps.db, sessionId, deps.clock.now());
    expect(await viewerOfCookie(deps, cookie)).toBeNull();
  });

  it("ends after thirty days, whatever the cookie says", async () => {
    const cookie = await cookieFor(await signedIn());
    deps.clock.advance(sessionSeconds * 1000);
    expect(await viewerOfCookie(deps, cookie)).toBeNull();
    deps.clock.advance(-sessionSeconds * 1000);
    expect(await viewerOfCookie(deps, cookie)).not.toBeNull();
  });

  it("is nobody's with a forged, foreign or empty cookie", async () => {
    const sessionId = await signedIn();
    const foreign = await cookieFor(sessionId, "another secret, also long enough to be one");
    const bare = await encode({ token: { sub: "usr_1" }, secret: sessionSecret(deps.env) });
    for (const value of [foreign, bare, sessionId, "", "a.b.c"]) {
      expect(await viewerOfCookie(deps, value)).toBeNull();
    }
  });

  it("is revoked by signing out", async () => {
    const sessionId = await signedIn();
    const { events } = authOptions(asked());
    await events?.signOut?.({ token: { sid: sessionId }, session: { expires: "" } });
    expect(await viewerOfCookie(deps, await cookieFor(sessionId))).toBeNull();
  });
});

describe("next-auth's options", () => {
  it("put nothing but ids into the cookie, and ignore what a client sends to update it", async () => {
    const { callbacks } = authOptions(asked());
    const account = null;
    const user = { id: "usr_1", sessionId: "ses_1", name: "Ada", email: "ada@example.com" };
    const token = await callbacks?.jwt?.({ token: { name: "Ada" }, user, account });
    expect(token).toEqual({ sub: "usr_1", sid: "ses_1" });
    const forged = { id: "", email: "" };
    const kept = await callbacks?.jwt?.({
      token: { sid: "ses_1" },
      user: forged,
      account,
      session: { sid: "x" },
    });
    expect(kept).toEqual({ sid: "ses_1" });
  });

  it.each([
    ["/acme/onboarding", "http://127.0.0.1:1/acme/onboarding"],
    ["http://127.0.0.1:1/x", "http://127.0.0.1:1/x"],
    ["https://evil.example/", "http://127.0.0.1:1"],
    ["//evil.example/x", "http://127.0.0.1:1"],
    ["http://", "http://127.0.0.1:1"],
  ])("lead %s to %s", async (url, expected) => {
    const { callbacks } = authOptions(asked());
    expect(await callbacks?.redirect?.({ url, baseUrl: "http://ignored.example" })).toBe(expected);
  });

  it("make the cookie Secure wherever the app is served over https", () => {
    const https = { ...deps.env, APP_URL: "https://sync.example" };
    expect(sessionCookie(https)).toMatchObject({
      name: "__Secure-ml-connector.session",
      options: { secure: true, httpOnly: true, sameSite: "lax" },
    });
    expect(sessionCookie(deps.env).options.secure).toBe(false);
  });
});
