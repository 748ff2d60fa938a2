import { parse } from "node-html-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { call } from "../testing/call";
import { REDIRECT_URI } from "../testing/consent";
import { scopeInWords } from "./scope-words";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function consent(url: string, parameters: Readonly<Record<string, string>>) {
  const query = new URLSearchParams({ redirect_uri: REDIRECT_URI, response_type: "code", ...parameters });
  const answer = await call(`${url}?${query.toString()}`);
  expect(answer.status).toBe(200);
  return { page: parse(answer.text), text: answer.text };
}

describe("the consent pages", () => {
  it("say who one is, which businesses the app would see, and what it could do, in words", async () => {
    const parameters = { client_id: "sandbox-freshbooks", scope: "user:invoices:read user:clients:write" };
    const { page, text } = await consent(`${sandbox.freshbooks.url}/oauth/authorize`, parameters);
    expect(page.querySelector(".choice")?.text).toMatch(/Ada Byte[^]*Northwind Studio · Harbour Books/);
    expect(page.querySelectorAll("input[name=user_id][checked]")).toHaveLength(1);
    expect(page.querySelector(".scopes")?.text).toMatch(/See invoices[^]*Create, change and delete clients/);
    expect(text).not.toContain("<script");
  });

  it("show the company of each Pipedrive user, and carry hostile states back unharmed", async () => {
    sandbox.pipedrive.control.createCompany({ name: "<b>Nord</b>", domain: "nord" });
    const state = `"><script>alert(1)</script>`;
    const parameters = { client_id: "sandbox-pipedrive", state };
    const { page, text } = await consent(`${sandbox.pipedrive.url}/oauth/authorize`, parameters);
    expect(page.querySelectorAll(".choice small").map((place) => place.text)).toEqual([
      "Acme",
      "Acme",
      "<b>Nord</b>",
      "<b>Nord</b>",
    ]);
    expect(text).not.toContain("<script>");
    expect(page.querySelector("input[name=state]")?.getAttribute("value")).toBe(state);
  });

  it("are marked as stand-ins", async () => {
    const { page } = await consent(`${sandbox.pipedrive.url}/oauth/authorize`, {
      client_id: "sandbox-pipedrive",
    });
    expect(page.querySelector("header")?.text).toContain("Sandbox · not Pipedrive");
    expect(page.querySelector("title")?.text).toMatch(/^Allow .* Pipedrive sandbox$/);
  });
});

describe("scopes in words", () => {
  it.each([
    ["user:invoices:read", "See invoices"],
    ["user:time_entries:write", "Create, change and delete time entries"],
    ["deals:full", "See, create, change and delete deals"],
    ["base", "Know who you are, and read settings and currencies"],
    ["something", "something"],
  ])("%s: %s", (scope, words) => {
    expect(scopeInWords(scope)).toBe(words);
  });
});
