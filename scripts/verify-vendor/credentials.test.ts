import { describe, expect, it } from "vitest";

import { MissingVariablesError } from "./environment";
import type { Variables } from "./environment";
import { readCredentials as readFreshbooks } from "./freshbooks/credentials";
import { readCredentials as readPipedrive } from "./pipedrive/credentials";

function missing(read: (variables: Variables) => unknown, variables: Variables): string[] {
  try {
    read(variables);
    return [];
  } catch (error) {
    if (!(error instanceof MissingVariablesError)) throw error;
    return error.lines.map((line) => line.split(" ")[0] ?? "");
  }
}

describe("FreshBooks credentials", () => {
  const account = { VERIFY_FRESHBOOKS_ACCOUNT_ID: "aB3dE9" };
  const refresh = { VERIFY_FRESHBOOKS_REFRESH_TOKEN: "r" };
  const app = { VERIFY_FRESHBOOKS_CLIENT_ID: "i", VERIFY_FRESHBOOKS_CLIENT_SECRET: "s" };

  it.each([
    [{}, ["VERIFY_FRESHBOOKS_ACCOUNT_ID", "VERIFY_FRESHBOOKS_ACCESS_TOKEN"]],
    [account, ["VERIFY_FRESHBOOKS_ACCESS_TOKEN"]],
    [{ ...account, VERIFY_FRESHBOOKS_ACCESS_TOKEN: "" }, ["VERIFY_FRESHBOOKS_ACCESS_TOKEN"]],
    [{ ...account, ...refresh }, ["VERIFY_FRESHBOOKS_CLIENT_ID", "VERIFY_FRESHBOOKS_CLIENT_SECRET"]],
    [{ ...account, ...refresh, ...app }, []],
    [{ ...account, VERIFY_FRESHBOOKS_ACCESS_TOKEN: "a" }, []],
    [
      {
        ...account,
        VERIFY_FRESHBOOKS_ACCESS_TOKEN: "a",
        VERIFY_FRESHBOOKS_API_URL: "http://elsewhere.example",
      },
      ["VERIFY_FRESHBOOKS_API_URL"],
    ],
  ])("of %j lack %j", (variables, names) => {
    expect(missing(readFreshbooks, variables)).toEqual(names);
  });
});

describe("Pipedrive credentials", () => {
  const domain = { VERIFY_PIPEDRIVE_API_DOMAIN: "https://acme.pipedrive.com" };
  const refresh = { VERIFY_PIPEDRIVE_REFRESH_TOKEN: "r" };
  const app = { VERIFY_PIPEDRIVE_CLIENT_ID: "i", VERIFY_PIPEDRIVE_CLIENT_SECRET: "s" };

  it.each([
    [{}, ["VERIFY_PIPEDRIVE_API_TOKEN", "VERIFY_PIPEDRIVE_API_DOMAIN"]],
    [domain, ["VERIFY_PIPEDRIVE_API_TOKEN"]],
    [{ VERIFY_PIPEDRIVE_API_TOKEN: "t" }, ["VERIFY_PIPEDRIVE_API_DOMAIN"]],
    [refresh, ["VERIFY_PIPEDRIVE_CLIENT_ID", "VERIFY_PIPEDRIVE_CLIENT_SECRET"]],
    [{ ...refresh, ...app }, []],
    [{ ...domain, VERIFY_PIPEDRIVE_API_TOKEN: "t" }, []],
    [{ ...domain, VERIFY_PIPEDRIVE_ACCESS_TOKEN: "a" }, []],
  ])("of %j lack %j", (variables, names) => {
    expect(missing(readPipedrive, variables)).toEqual(names);
  });
});
