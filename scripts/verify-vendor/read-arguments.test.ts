import { describe, expect, it } from "vitest";

import { readArguments, UsageError } from "./read-arguments";

describe("readArguments", () => {
  it("reads a vendor alone as a look without any writing", () => {
    expect(readArguments(["freshbooks"])).toEqual({
      vendor: "freshbooks",
      mayWrite: false,
      hasPerson: false,
      mayTakeTheNight: false,
      asJson: false,
      only: [],
    });
  });

  it("reads every option", () => {
    const words = ["--write", "pipedrive", "--person", "--overnight", "--json", "--only", "a", "--only", "b"];
    expect(readArguments(words)).toEqual({
      vendor: "pipedrive",
      mayWrite: true,
      hasPerson: true,
      mayTakeTheNight: true,
      asJson: true,
      only: ["a", "b"],
    });
  });

  it.each([
    [[]],
    [["xero"]],
    [["freshbooks", "pipedrive"]],
    [["freshbooks", "--force"]],
    [["pipedrive", "--only"]],
  ])("refuses %j with how it is used", (words) => {
    expect(() => readArguments(words)).toThrow(UsageError);
    expect(() => readArguments(words)).toThrow(/Usage: npm run verify:vendor/);
  });
});
