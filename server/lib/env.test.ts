import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "./env";

const example = readFileSync(path.resolve(import.meta.dirname, "../../.env.example"), "utf8");
const listed = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(
  ([, name = "", value = ""]) => [name, value] as const,
);

function settings(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(pairs);
}

describe("parseEnv", () => {
  it("takes .env.example as it stands, with the real vendors' addresses", () => {
    const env = parseEnv(settings(listed));
    expect(env).toMatchObject({
      FRESHBOOKS_API_URL: "https://api.freshbooks.com",
      PIPEDRIVE_ALLOWED_HOSTS: ["*.pipedrive.com"],
      SWEEP_INTERVAL_SECONDS: 600,
    });
    expect(env.DATABASE_URL).toBeUndefined();
  });

  it("lists in .env.example every variable it reads, and no other", () => {
    const read = Object.keys(parseEnv(settings(listed.map(([name]) => [name, ""] as const))));
    const optional = [
      ...[
        "DATABASE_URL",
        "NEXTAUTH_SECRET",
        "ENCRYPTION_KEYS",
        "FRESHBOOKS_CLIENT_ID",
        "FRESHBOOKS_CLIENT_SECRET",
      ],
      ...["PIPEDRIVE_CLIENT_ID", "PIPEDRIVE_CLIENT_SECRET", "INNGEST_BASE_URL", "INNGEST_EVENT_KEY"],
      ...["INNGEST_SIGNING_KEY", "METRICS_TOKEN", "SANDBOX_FRESHBOOKS_URL", "SANDBOX_PIPEDRIVE_URL"],
      ...["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
      ...["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "SMTP_URL", "MAIL_FROM"],
    ];
    const names = listed.map(([name]) => name);
    expect(names.toSorted()).toEqual([...read.filter((name) => name !== "NODE_ENV"), ...optional].toSorted());
  });

  it.each([
    ["APP_URL", "not a url"],
    ["APP_URL", "ftp://example.com"],
    ["PORT", "0"],
    ["PORT", "http"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["NEXTAUTH_SECRET", "short"],
    ["ENCRYPTION_KEYS", "k1:abc"],
    ["ENCRYPTION_KEYS", "0".repeat(64)],
    ["SWEEP_INTERVAL_SECONDS", "5"],
    ["LOG_LEVEL", "loud"],
    ["METRICS_TOKEN", "short"],
    ["SMTP_URL", "https://mail.example.com"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@example.com\r\nBcc: b@example.com"],
    ["TRUSTED_PROXIES", "many"],
  ])("refuses %s=%s in one line that names it", (name, value) => {
    const parse = () => parseEnv({ [name]: value });
    expect(parse).toThrow(EnvError);
    expect(parse).toThrow(new RegExp(`${name}: .+See \\.env\\.example\\.$`));
  });

  it.each([
    ["http://127.0.0.1:4010", "http://localhost:4020"],
    ["http://[::1]:4010", "https://pipedrive.sandbox.example.com"],
  ])("takes stand-ins at %s and %s", (freshbooks, pipedrive) => {
    const env = parseEnv({ SANDBOX_FRESHBOOKS_URL: freshbooks, SANDBOX_PIPEDRIVE_URL: pipedrive });
    expect([env.SANDBOX_FRESHBOOKS_URL, env.SANDBOX_PIPEDRIVE_URL]).toEqual([freshbooks, pipedrive]);
  });

  it.each(["http://sandbox.example.com", "https://api.freshbooks.com", "https://acme.pipedrive.com", "here"])(
    "refuses %s as a stand-in's address, in one line that names it",
    (address) => {
      const parse = () =>
        parseEnv({ SANDBOX_FRESHBOOKS_URL: address, SANDBOX_PIPEDRIVE_URL: "http://127.0.0.1:4020" });
      expect(parse).toThrow(/^[^\n]+SANDBOX_FRESHBOOKS_URL: [^\n]+See \.env\.example\.$/);
    },
  );

  it.each([
    ["SANDBOX_FRESHBOOKS_URL", "SANDBOX_PIPEDRIVE_URL"],
    ["SANDBOX_PIPEDRIVE_URL", "SANDBOX_FRESHBOOKS_URL"],
  ])("refuses %s without %s", (given, missing) => {
    const parse = () => parseEnv({ [given]: "http://127.0.0.1:4010" });
    expect(parse).toThrow(`${missing}: must be set together with ${given}`);
  });

  it("refuses a mail server without a sender", () => {
    expect(() => parseEnv({ SMTP_URL: "smtp://127.0.0.1" })).toThrow(
      "MAIL_FROM: must be set together with SMTP_URL",
    );
    const env = parseEnv({ SMTP_URL: "smtp://127.0.0.1", MAIL_FROM: "ml-connector <sync@example.com>" });
    expect(env.MAIL_FROM).toBe("ml-connector <sync@example.com>");
  });

  it.each([
    [{ NODE_ENV: "development" }, true],
    [{ NODE_ENV: "development", LOCAL_MAILBOX: "off" }, false],
    [{ NODE_ENV: "development", APP_URL: "https://sync.example.com" }, false],
    [{ NODE_ENV: "production" }, false],
    [{ NODE_ENV: "production", LOCAL_MAILBOX: "on", APP_URL: "http://127.0.0.1:8080" }, true],
    [{ NODE_ENV: "production", LOCAL_MAILBOX: "on", APP_URL: "http://[::1]:8080" }, true],
  ])("has a local mailbox with %o: %s", (given, isThere) => {
    expect(parseEnv(given).LOCAL_MAILBOX).toBe(isThere);
  });

  it.each(["https://sync.example.com", "http://192.168.1.7:3000", "http://localhost.example.com"])(
    "refuses a local mailbox that others could read, at %s",
    (APP_URL) => {
      expect(() => parseEnv({ APP_URL, LOCAL_MAILBOX: "on" })).toThrow(/LOCAL_MAILBOX: .+APP_URL/);
    },
  );

  it("drops the slash at the end of an address", () => {
    expect(parseEnv({ APP_URL: "https://sync.example.com/" }).APP_URL).toBe("https://sync.example.com");
  });
});
