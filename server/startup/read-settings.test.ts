import { describe, expect, it } from "vitest";
import { parseEnv } from "../lib/env";
import { readSettings } from "./read-settings";

const whole = {
  DATABASE_URL: "postgresql://localhost/ledger",
  ENCRYPTION_KEYS: `k1:${"ab".repeat(32)}`,
  NEXTAUTH_SECRET: "s".repeat(32),
};

describe("readSettings", () => {
  it("gives the database's address where all is set", () => {
    expect(readSettings(() => parseEnv(whole))).toEqual({ databaseUrl: whole.DATABASE_URL });
  });

  it("names everything that is not set", () => {
    const { DATABASE_URL } = whole;
    const settings = readSettings(() => parseEnv({ DATABASE_URL }));
    expect("problem" in settings && settings.problem).toContain("Not set: ENCRYPTION_KEYS, NEXTAUTH_SECRET.");
  });

  it("names a value that cannot be, in one line", () => {
    const settings = readSettings(() => parseEnv({ ...whole, PORT: "eleven" }));
    expect("problem" in settings && settings.problem).toMatch(/^The environment is not usable\. PORT: .*$/);
  });

  it("hides no other error", () => {
    const broken = () => {
      throw new RangeError("not a matter of settings");
    };
    expect(() => readSettings(broken)).toThrow(RangeError);
  });
});
