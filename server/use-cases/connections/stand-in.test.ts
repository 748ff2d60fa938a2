import { describe, expect, it } from "vitest";
import { parseEnv } from "../../lib/env";
import { isStandIn, standInPage } from "./stand-in";

const sandboxUrls = {
  SANDBOX_FRESHBOOKS_URL: "http://127.0.0.1:4010",
  SANDBOX_PIPEDRIVE_URL: "http://127.0.0.1:4020",
};
const live = { environment: "live", accountId: "a1" } as const;
const sandboxed = { environment: "sandbox", accountId: "a1" } as const;

describe("a connection to the real vendors", () => {
  it("is no stand-in, whether or not the operator offers a sandbox", () => {
    for (const env of [parseEnv({}), parseEnv(sandboxUrls)]) {
      for (const vendor of ["freshbooks", "pipedrive"] as const) {
        expect(isStandIn(env, { vendor, ...live })).toBe(false);
        expect(standInPage(env, { vendor, ...live })).toBeNull();
      }
    }
  });
});

describe("a connection made in the sandbox", () => {
  it("is marked, and leads to the account's page at the stand-in", () => {
    const env = parseEnv(sandboxUrls);
    expect(isStandIn(env, { vendor: "freshbooks", ...sandboxed })).toBe(true);
    expect(standInPage(env, { vendor: "freshbooks", ...sandboxed })).toBe(
      "http://127.0.0.1:4010/?account=a1",
    );
    expect(standInPage(env, { vendor: "pipedrive", ...sandboxed })).toBe("http://127.0.0.1:4020/?company=a1");
    const deal = standInPage(env, { vendor: "pipedrive", ...sandboxed }, "/deals/42");
    expect(deal).toBe("http://127.0.0.1:4020/deals/42?company=a1");
    const choosing = { vendor: "freshbooks", environment: "sandbox", accountId: null } as const;
    expect(standInPage(env, choosing)).toBe("http://127.0.0.1:4010/");
  });

  it("stays marked when the operator no longer offers one", () => {
    const env = parseEnv({});
    expect(isStandIn(env, { vendor: "pipedrive", ...sandboxed })).toBe(true);
    expect(standInPage(env, { vendor: "pipedrive", ...sandboxed })).toBeNull();
  });
});

describe("a server whose own vendor addresses are a stand-in's", () => {
  it.each(["http://127.0.0.1:4010", "https://books.example.com", "https://api.freshbooks.com.example.com"])(
    "marks what is connected at %s",
    (address) => {
      const env = parseEnv({ FRESHBOOKS_API_URL: address, PIPEDRIVE_OAUTH_URL: address });
      for (const vendor of ["freshbooks", "pipedrive"] as const) {
        expect(isStandIn(env, { vendor, ...live })).toBe(true);
      }
      expect(standInPage(env, { vendor: "freshbooks", ...live })).toBe(`${address}/?account=a1`);
    },
  );
});
