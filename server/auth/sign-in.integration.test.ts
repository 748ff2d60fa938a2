import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revokeSession } from "../db/repos/session";
import { createTestDeps } from "../testing/test-deps";
import type { TestDeps } from "../testing/test-deps";
import { signUp } from "../use-cases/people/sign-up";
import { authenticate, sessionSeconds } from "./authenticate";
import { sessionCookie, sessionSecret, viewerOfCookie } from "./cookie";
import { authOptions } from "./options";
import { hashPassword, isPasswordRight } from "../credentials/people/password";

const password = "correct horse battery staple";

let deps: TestDeps;

beforeAll(async () => {
  deps = await createTestDeps();
  await signUp(deps, { name: "Ada", email: "ada@example.com", password });
});

afterAll(async () => {
  await deps.close();
});

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
    const again = { name: "Eve", email: "ada@example.com", password: "another password" };
    expect(await signUp(deps, again)).toEqual({ email: "ada@example.com" });
    expect(await authenticate(deps, { email: "ada@example.com", password: "another password" })).toBeNull();
    expect(await authenticate(deps, { email: "ada@example.com", password })).toMatchObject({ name: "Ada" });
  });

  it("makes one account of many sign-ups at once", async () => {
    const input = { name: "Bea", email: "bea@example.com", password };
    await Promise.all(Array.from({ length: 5 }, () => signUp(deps, input)));
    expect(await deps.db.user.count({ where: { email: "bea@example.com" } })).toBe(1);
  });
});

describe("authenticate", () => {
  it("takes the e-mail in any case", async () => {
    expect(await authenticate(deps, { email: " Ada@Example.COM ", password })).not.toBeNull();
  });

  it.each([
    [{ email: "ada@example.com", password: "wrong" }],
    [{ email: "nobody@example.com", password }],
    [{ email: "ada@example.com", password: "" }],
    [{ email: { contains: "" }, password }],
    [undefined],
  ])("gives the same null for %j", async (credentials) => {
    expect(await authenticate(deps, credentials)).toBeNull();
  });
});

describe("a session", () => {
  async function signedIn(): Promise<string> {
    const viewer = await authenticate(deps, { email: "ada@example.com", password });
    if (!viewer) throw new Error("not signed in");
    return viewer.sessionId;
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
    const { events } = authOptions(deps);
    await events?.signOut?.({ token: { sid: sessionId }, session: { expires: "" } });
    expect(await viewerOfCookie(deps, await cookieFor(sessionId))).toBeNull();
  });
});

describe("next-auth's options", () => {
  it("put nothing but ids into the cookie, and ignore what a client sends to update it", async () => {
    const { callbacks } = authOptions(deps);
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
    const { callbacks } = authOptions(deps);
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
