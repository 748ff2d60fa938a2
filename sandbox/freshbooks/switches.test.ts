import { readFileSync } from "node:fs";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api } from "../testing/call";
import { DEFAULT_SWITCHES, switchesSchema } from "./switches";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The default column of the README's row on a switch. */
function writtenDefault(name: string): string | undefined {
  return new RegExp(`^\\| \`${name}\`\\s*\\|([^|]*)\\|`, "m").exec(README)?.[1]?.replaceAll("`", "").trim();
}

function shown(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? "none" : value.join(" ");
}

describe("the switches", () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  it.each(Object.entries(DEFAULT_SWITCHES))("%s is in the README with its default", (name, value) => {
    expect(writtenDefault(name)).toBe(shown(value));
  });

  it("have a default each", () => {
    expect(Object.keys(DEFAULT_SWITCHES).sort()).toEqual(Object.keys(switchesSchema.shape).sort());
  });

  it("are set some at a time, refused by name, and back to their defaults after a reset", async () => {
    const control = api(`${sandbox.freshbooks.url}/_control`);
    await control.post("/switches", { handshake: "never", copies: 3 });
    await control.post("/switches", { overdue: "emits" });
    const { switches } = sandbox.freshbooks.control.state();
    expect(switches).toEqual({ ...DEFAULT_SWITCHES, handshake: "never", copies: 3, overdue: "emits" });
    const refused = await control.post("/switches", { handshakes: "never" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("handshakes");
    await control.post("/reset");
    expect(sandbox.freshbooks.control.state().switches).toEqual(DEFAULT_SWITCHES);
  });
});
