import { describe, expect, it } from "vitest";

import { readSettings } from "./settings";

describe("readSettings", () => {
  it("takes the usual ports where nothing is said, and empty text for nothing", () => {
    const { options, scriptFile } = readSettings({ SANDBOX_FRESHBOOKS_URL: "", SANDBOX_SEED: "" });
    expect(options).toEqual({ freshbooksPort: 4010, pipedrivePort: 4020 });
    expect(scriptFile).toBeUndefined();
  });

  it("reads the addresses at which browsers elsewhere find the stand-ins", () => {
    const { options } = readSettings({ SANDBOX_PIPEDRIVE_URL: "https://pipedrive.sandbox.example/" });
    expect(options.pipedrivePublicUrl).toBe("https://pipedrive.sandbox.example");
  });

  it("lets the command line go before the environment", () => {
    const { options, scriptFile } = readSettings({ SANDBOX_SEED: "3" }, [
      "--seed",
      "7",
      "--script",
      "a.json",
    ]);
    expect(options.seed).toBe(7);
    expect(scriptFile).toBe("a.json");
  });

  it("names what cannot be, in one line", () => {
    expect(() => readSettings({ SANDBOX_FRESHBOOKS_URL: "freshbooks" })).toThrow(
      /^The sandbox cannot start\. SANDBOX_FRESHBOOKS_URL: must be an address such as .*$/,
    );
  });
});
