import { describe, expect, it } from "vitest";

import { checkServerEnvironment, readEnvironment } from "./environment";
import { SetupError } from "./setup-error";

describe("readEnvironment", () => {
  it("takes empty text for absent, and a port for a number", () => {
    expect(readEnvironment({ PORT: "4711", APP_URL: "" })).toEqual({ PORT: 4711 });
  });

  it("names every variable that cannot be", () => {
    const read = () => readEnvironment({ PORT: "eleven", DATABASE_URL: "mysql://x" });
    expect(read).toThrow(SetupError);
    expect(read).toThrow(/PORT: .*; DATABASE_URL: must begin with postgresql:\/\//);
  });
});

describe("checkServerEnvironment", () => {
  it("lets pass what the server can start with", () => {
    expect(() => {
      checkServerEnvironment({ SWEEP_INTERVAL_SECONDS: "60" });
    }).not.toThrow();
  });

  it.each([
    [{ SWEEP_INTERVAL_SECONDS: "1" }, /SWEEP_INTERVAL_SECONDS/],
    [{ SANDBOX_FRESHBOOKS_URL: "http://127.0.0.1:4010" }, /SANDBOX_PIPEDRIVE_URL: must be set together/],
    [
      { SANDBOX_FRESHBOOKS_URL: "x", SANDBOX_PIPEDRIVE_URL: "http://127.0.0.1:4020" },
      /SANDBOX_FRESHBOOKS_URL/,
    ],
  ])("refuses %o before anything is started", (additions, sentence) => {
    const check = () => {
      checkServerEnvironment(additions);
    };
    expect(check).toThrow(SetupError);
    expect(check).toThrow(sentence);
  });
});
