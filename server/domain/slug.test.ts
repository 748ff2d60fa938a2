import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { slugOf } from "./slug";

describe("slugOf", () => {
  it.each([
    ["Byte Ltd", "byte-ltd"],
    ["  Müller & Söhne  ", "muller-sohne"],
    ["北京", "workspace"],
    ["API", "api-workspace"],
    ["Workspaces", "workspaces-workspace"],
    ["--", "workspace"],
  ])("%s → %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("stays short and ends on a word", () => {
    const slug = slugOf(`${"a".repeat(47)} b`.repeat(3));
    expect(slug).toBe("a".repeat(47));
  });

  it("gives no workspace the address of a page", () => {
    const app = path.join(import.meta.dirname, "..", "..", "app");
    const groups = readdirSync(app).filter((name) => name.startsWith("("));
    const folders = [app, ...groups.map((name) => path.join(app, name))].flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()),
    );
    const taken = folders.map(({ name }) => name).filter((name) => /^[a-z]/.test(name));
    expect(taken).toContain("workspaces");
    for (const name of taken) expect(slugOf(name)).toBe(`${name}-workspace`);
  });
});
