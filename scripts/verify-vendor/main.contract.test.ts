import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../../sandbox/start-sandbox";
import type { Sandbox } from "../../sandbox/start-sandbox";
import { childEnvironment } from "../lib/environment";
import { ROOT } from "../lib/paths";
import { listAt } from "./probe/json-at";
import { pipedriveVariables } from "./testing/sandbox-credentials";

const LONGEST_MS = 60_000;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(words: readonly string[], variables: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/verify-vendor/main.ts", ...words], {
    cwd: ROOT,
    env: childEnvironment(variables),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (texts.err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => {
      resolve({ code, ...texts });
    });
  });
  return { child, ended };
}

const verify = (words: readonly string[], variables?: Record<string, string>) =>
  start(words, variables).ended;

describe("npm run verify:vendor", () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => {
    sandbox.pipedrive.control.reset();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it("says how it is used", async () => {
    const ended = await verify(["xero"]);
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).toMatch(/^Usage: npm run verify:vendor -- freshbooks\|pipedrive/);
  });

  it("says in one line each which variables are missing", async () => {
    const none = { VERIFY_FRESHBOOKS_ACCOUNT_ID: "", VERIFY_FRESHBOOKS_ACCESS_TOKEN: "" };
    const ended = await verify(["freshbooks"], { ...none, VERIFY_FRESHBOOKS_REFRESH_TOKEN: "" });
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^VERIFY_FRESHBOOKS_ACCOUNT_ID is missing: /),
      expect.stringMatching(/^VERIFY_FRESHBOOKS_ACCESS_TOKEN is missing: /),
    ]);
  });

  it("takes no public address with a path, under which nothing would arrive", async () => {
    const ended = await verify(["pipedrive"], { VERIFY_PUBLIC_URL: "https://tunnel.example/base" });
    expect(ended).toMatchObject({ code: 2, err: "VERIFY_PUBLIC_URL must be an address without a path.\n" });
  });

  it("prints for each question what is true, by what evidence, and what the product does", async () => {
    const variables = await pipedriveVariables(sandbox);
    const ended = await verify(["pipedrive", "--only", "unknown-path", "--only", "edit-deleted"], variables);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("✓ unknown-path: a web page");
    expect(ended.out).toMatch(/evidence: GET \/api\/v2\/users\/me answered 404: a web page/);
    expect(ended.out).toMatch(/product: +It is an error of ours/);
    expect(ended.out).toContain("? edit-deleted: undecided: needs --write");
    expect(ended.out).toContain("pipedrive: 1 answered, 1 undecided, 0 failed.");
  });

  it("prints JSON that can be kept", async () => {
    const variables = await pipedriveVariables(sandbox);
    const ended = await verify(["pipedrive", "--json", "--write", "--only", "get-deleted"], variables);
    const printed: unknown = JSON.parse(ended.out);
    expect(listAt(printed, "outcomes")).toMatchObject([
      { id: "get-deleted", result: "answered", variant: "200", sandbox: { getDeletedStatus: 200 } },
    ]);
    expect(ended).toMatchObject({ code: 0, err: "" });
  });

  it("ends with 1, and names it, when something was left behind", async () => {
    sandbox.pipedrive.control.addFault({
      method: "DELETE",
      path: "/api/v2/deals/*",
      times: 100,
      status: 500,
    });
    const variables = await pipedriveVariables(sandbox);
    const ended = await verify(["pipedrive", "--write", "--only", "won-deal-stage"], variables);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^Left behind, to be taken away by hand: deals \d+/m);
  });

  it("clears up after Ctrl-C", async () => {
    sandbox.pipedrive.control.setSwitches({ searchLagMs: null });
    const variables = await pipedriveVariables(sandbox);
    const { child, ended } = start(["pipedrive", "--write", "--only", "search-lag"], variables);
    const organizations = () => sandbox.pipedrive.control.state().organizations;
    const deadline = Date.now() + LONGEST_MS;
    while (organizations().length === 0 && Date.now() < deadline) await pause(20);
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 130 });
    expect(organizations()).toMatchObject([{ is_deleted: true }]);
  });
});
