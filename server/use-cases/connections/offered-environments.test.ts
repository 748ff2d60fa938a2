import { describe, expect, it } from "vitest";
import { parseEnv } from "../../lib/env";
import { offeredEnvironments } from "./offered-environments";

const apps = {
  FRESHBOOKS_CLIENT_ID: "a",
  FRESHBOOKS_CLIENT_SECRET: "b",
  PIPEDRIVE_CLIENT_ID: "c",
  PIPEDRIVE_CLIENT_SECRET: "d",
};
const sandbox = {
  SANDBOX_FRESHBOOKS_URL: "http://127.0.0.1:4010",
  SANDBOX_PIPEDRIVE_URL: "http://127.0.0.1:4020",
};

describe("offeredEnvironments", () => {
  it.each([
    ["neither apps nor a sandbox", {}, ["live"]],
    ["apps alone", apps, ["live"]],
    ["a sandbox alone", sandbox, ["sandbox"]],
    ["a sandbox and one of the apps", { ...sandbox, ...apps, PIPEDRIVE_CLIENT_ID: "" }, ["sandbox"]],
    ["both", { ...sandbox, ...apps }, ["live", "sandbox"]],
  ])("offers, with %s, before anything is connected", (_what, variables, expected) => {
    expect(offeredEnvironments(parseEnv(variables), [])).toEqual(expected);
  });

  it.each(["live", "sandbox"] as const)(
    "offers only what the first side is connected in: %s",
    (environment) => {
      for (const variables of [{}, { ...sandbox, ...apps }]) {
        expect(offeredEnvironments(parseEnv(variables), [{ environment }])).toEqual([environment]);
      }
    },
  );
});
