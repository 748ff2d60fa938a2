import { describe, expect, it } from "vitest";

import { lintSnippet } from "./lint-snippet";

const SERVER = "server/lib/errors.ts";
const DOMAIN = "server/domain/money.ts";

async function said(file: string, code: string): Promise<string> {
  return (await lintSnippet(file, `${code}\n`)).join("\n");
}

describe("the environment is read in one place", () => {
  it.each([
    'export const x = process.env["X"];',
    'export const x = process["env"];',
    "const { env } = process;\nexport const x = env;",
    "const p = process;\nexport const x = p;",
    "export const x = globalThis.process.env;",
    'export const x = globalThis["process"];',
    "const { process: p } = globalThis;\nexport const x = p;",
    'import { env } from "node:process";\nexport const x = env;',
    'import p from "process";\nexport const x = p;',
    'export const x = import("node:process");',
    "export const x = { ...process };",
    "export const x = Object.keys(process);",
    "export const x = import.meta.env;",
  ])("%s", async (code) => {
    expect(await said(SERVER, code)).toContain("no-restricted-syntax: Read the environment");
    expect(await said("sandbox/start-sandbox.ts", code)).toContain(
      "no-restricted-syntax: Read the environment",
    );
  });

  it("and there it may be", async () => {
    expect(await said("server/lib/env.ts", 'export const x = process.env["X"];')).toBe("");
  });
});

describe("time comes from a clock", () => {
  it.each([
    "export const x = new Date();",
    "export const x = Date.now();",
    'export const x = Date["now"]();',
    "export const x = Date();",
    "const D = Date;\nexport const x = new D();",
    "const { now } = Date;\nexport const x = now();",
    "export const x = new globalThis.Date();",
    "const a: [] = [];\nexport const x = new Date(...a);",
    "export const x = [Date].map((D) => D).concat(Object.values(Date));",
    'import { isPast } from "date-fns";\nexport const x = isPast(0);',
  ])("%s", async (code) => {
    expect(await said(SERVER, code)).toContain("no-restricted-syntax: Take the time");
  });

  it("and the clock may read it, and a given instant is no clock", async () => {
    expect(await said("server/lib/clock.ts", "export const x = new Date();")).toBe("");
    expect(await said(SERVER, 'export const x = new Date("2026-01-01T00:00:00Z");')).toBe("");
  });
});

describe("the network is reached through server/vendors/http", () => {
  it.each([
    'export const x = fetch("http://a.test");',
    'export const x = globalThis.fetch("http://a.test");',
    'export const x = globalThis["fetch"]("http://a.test");',
    "const f = fetch;\nexport const x = f;",
    "const { fetch: f } = globalThis;\nexport const x = f;",
    "export const x = (f = fetch): unknown => f;",
    "export const x = { send: fetch };",
    "export const x = [1].map(() => Promise.resolve(fetch));",
    'import { request } from "node:https";\nexport const x = request;',
    'import axios from "axios";\nexport const x: unknown = axios;',
    'export const x = import("undici");',
    'export const x = new WebSocket("ws://a.test");',
  ])("%s", async (code) => {
    expect(await said(SERVER, code)).toContain("no-restricted-syntax: Speak to the network");
  });

  it("and there it may be", async () => {
    const code = 'export const x = (): Promise<Response> => fetch("http://a.test");';
    expect(await said("server/vendors/http/send.ts", code)).toBe("");
  });
});

describe("nothing is printed past the log", () => {
  it.each([
    ["no-console", 'console.log("x");'],
    ["no-restricted-syntax", 'globalThis.console.log("x");'],
    ["no-restricted-syntax", 'const c = console;\nc.log("x");'],
    ["no-restricted-syntax", 'process.stdout.write("x");'],
    ["no-restricted-syntax", 'import c from "node:console";\nc.log("x");'],
  ])("%s: %s", async (rule, code) => {
    expect(await said(SERVER, code)).toContain(`${rule}: `);
  });
});

describe("the domain is pure", () => {
  it.each([
    "export const x = Math.random();",
    "const { random } = Math;\nexport const x = random();",
    "export const x = crypto.randomUUID();",
    "export const x = globalThis.crypto.randomUUID();",
    "export const x = performance.now();",
    "export const x = (): void => void setTimeout(() => undefined, 1);",
  ])("%s", async (code) => {
    expect(await said(DOMAIN, code)).toContain("no-restricted-syntax: server/domain is pure");
  });
});

describe("pages and end-to-end tests", () => {
  it.each([
    ["jsx-a11y/alt-text", "components/ui/button.tsx", 'export const X = () => <img src="/a.png" />;'],
    [
      "react-hooks/rules-of-hooks",
      "components/ui/button.tsx",
      'import { useState } from "react";\nexport function X(a: boolean) {\n  if (a) useState(1);\n  return null;\n}',
    ],
    [
      "playwright/no-wait-for-timeout",
      "e2e/health.spec.ts",
      'import { test } from "@playwright/test";\ntest("x", async ({ page }) => {\n  await page.waitForTimeout(5);\n});',
    ],
    [
      "playwright/no-focused-test",
      "e2e/health.spec.ts",
      'import { test } from "@playwright/test";\ntest.only("x", () => undefined);',
    ],
    [
      "no-restricted-syntax",
      SERVER,
      "export const x = (step: { run: (a: string, b: unknown) => void }): void => {\n  step.run('a', () => {\n    step.run('b', 1);\n  });\n};",
    ],
  ])("%s", async (rule, file, code) => {
    expect(await said(file, code)).toContain(`${rule}: `);
  });
});
