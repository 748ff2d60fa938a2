import { describe, expect, it } from "vitest";

import { lintSnippet } from "./lint-snippet";

const FILE = "server/lib/errors.ts";

describe("the lint of types and promises", () => {
  it("lets good code pass", async () => {
    const code =
      'export function half(of: number): number {\n  if (of % 2 !== 0) throw new Error("odd");\n  return of / 2;\n}\n';
    expect(await lintSnippet(FILE, code)).toEqual([]);
  });

  it.each([
    ["@typescript-eslint/no-explicit-any", "export const x = (a: any): string => String(a);"],
    ["@typescript-eslint/no-unsafe-assignment", 'export const x: string = JSON.parse("1");'],
    ["@typescript-eslint/no-non-null-assertion", "export const x = (a: string | null): string => a!;"],
    [
      "@typescript-eslint/consistent-type-assertions",
      "export const x = (a: unknown): string => a as string;",
    ],
    ["@typescript-eslint/consistent-type-assertions", "export const x = (a: unknown): string => <string>a;"],
    [
      "@typescript-eslint/consistent-type-assertions",
      "export const x = (a: number): string => a as unknown as string;",
    ],
    ["no-restricted-syntax", "export class A {\n  b!: string;\n}"],
    ["no-restricted-syntax", "let a!: string;\nexport const b = (): string => a;"],
    ["@typescript-eslint/ban-ts-comment", "// @ts-ignore\nexport const x: string = 1;"],
    [
      "@typescript-eslint/ban-ts-comment",
      "// @ts-expect-error it is wrong and we know\nexport const x: string = 1;",
    ],
    ["@typescript-eslint/ban-ts-comment", "// @ts-nocheck\nexport const x = 1;"],
    ["@typescript-eslint/no-floating-promises", "export function x(): void {\n  Promise.resolve();\n}"],
    [
      "@typescript-eslint/no-misused-promises",
      "export const x = (): void => {\n  [1].forEach(async () => {\n    await Promise.resolve();\n  });\n};",
    ],
    ["@typescript-eslint/only-throw-error", 'export const x = (): never => {\n  throw "text";\n};'],
    [
      "@typescript-eslint/prefer-promise-reject-errors",
      'export const x = (): Promise<never> => Promise.reject("text");',
    ],
    [
      "@typescript-eslint/switch-exhaustiveness-check",
      'export function x(a: "b" | "c"): number {\n  switch (a) {\n    case "b":\n      return 1;\n  }\n  return 2;\n}',
    ],
    ["eqeqeq", "export const x = (a: string): boolean => a == String(1);"],
    ["no-restricted-exports", "export default 1;"],
    ["no-restricted-syntax", 'export * from "./clock";'],
    ["no-restricted-syntax", 'export { systemClock } from "./clock";'],
  ])("reports %s for %s", async (rule, code) => {
    expect((await lintSnippet(FILE, code)).join("\n")).toContain(`${rule}: `);
  });

  it.each(["/* eslint-disable */", "/* eslint-disable no-console */", "// eslint-disable-next-line"])(
    "does not let %s switch a rule off",
    async (comment) => {
      const said = await lintSnippet(
        FILE,
        `${comment}\nexport const x = (a: any): void => console.log(a);\n`,
      );
      expect(said.join("\n")).toContain("@typescript-eslint/no-explicit-any: ");
      expect(said.join("\n")).toContain("no-console: ");
    },
  );
});

describe("the lint of size", () => {
  it.each([
    ["max-lines", `export const a = 1;\n${"// line\n".repeat(300)}`],
    ["max-lines-per-function", `export function a(): void {\n${"  String(1);\n".repeat(50)}}\n`],
    [
      "complexity",
      `export function a(b: number): number {\n${Array.from({ length: 10 }, (_, n) => `  if (b === ${n}) return ${n};\n`).join("")}  return 0;\n}\n`,
    ],
  ])("reports %s", async (rule, code) => {
    expect((await lintSnippet(FILE, code)).join("\n")).toContain(`${rule}: `);
  });
});
