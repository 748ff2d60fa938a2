import { describe, expect, it } from "vitest";
import { readFailure, writeFailure } from "./failure-text";

describe("failure text", () => {
  it("comes back as it was written, over several lines too", () => {
    const failure = { code: "pipedrive_invalid", message: "Pipedrive refused the data.\nIt said: “no”" };
    expect(readFailure(writeFailure(failure))).toEqual(failure);
  });

  it("does not show people what we did not write", () => {
    expect(readFailure("TypeError: x is not a function").code).toBe("internal");
    expect(readFailure("[Bad Code] text").message).not.toContain("Bad Code");
  });
});
