import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, call, listAt, textAt } from "../testing/call";
import { freshBooksTokens, pipedriveTokens } from "../testing/consent";
import { rawCall } from "../testing/raw-call";
import { readScriptFile } from "./read-script-file";

const EXAMPLE = fileURLToPath(new URL("../scripts/rough-weather.json", import.meta.url));

async function deals(url: string, token: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const seen: string[] = [];
  for (const title of ["one", "two", "three", "four", "five", "six"]) {
    const body = JSON.stringify({ title });
    const answer = await rawCall(url, "POST", "/api/v2/deals", headers, body);
    seen.push(`${answer.status} ${answer.body}`);
  }
  for (let count = 0; count < 3; count += 1) {
    const answer = await rawCall(
      url,
      "PATCH",
      "/api/v2/deals/42001",
      headers,
      JSON.stringify({ value: count }),
    );
    seen.push(`${answer.status} ${answer.body}`);
    await api(url).post("/_control/clock", { advanceMs: 5000 });
  }
  for (const list of ["deals", "deals", "organizations"]) {
    const answer = await rawCall(url, "GET", `/api/v2/${list}`, headers);
    seen.push(`${answer.status} ${answer.headers.get("content-type") ?? ""} ${answer.body}`);
  }
  return seen;
}

async function invoices(url: string, token: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}` };
  const client = await api(url).post("/_control/clients", { organization: "Replay & Co" });
  await api(url).post("/_control/invoices", { customerid: at(client.body, "client.id"), amount: "12.34" });
  const seen: string[] = [];
  for (const list of ["invoices/invoices", "invoices/invoices", "users/clients", "users/clients"]) {
    const answer = await rawCall(url, "GET", `/accounting/account/aB3dE9/${list}`, headers);
    seen.push(`${answer.status} ${answer.body}`);
  }
  return seen;
}

/** One run of the example from start to end: all that was answered, all tokens, and both states. */
async function run(): Promise<{ readonly answers: string[]; readonly end: string }> {
  const sandbox = await startSandbox({ script: await readScriptFile(EXAMPLE) });
  try {
    const freshbooks = await freshBooksTokens(sandbox.freshbooks.url);
    const pipedrive = await pipedriveTokens(sandbox.pipedrive.url);
    const answers = [
      freshbooks.answer.text,
      pipedrive.answer.text.replaceAll(sandbox.pipedrive.url, "<address>"),
      ...(await invoices(sandbox.freshbooks.url, freshbooks.access)),
      ...(await deals(sandbox.pipedrive.url, pipedrive.access)),
    ];
    const states: string[] = [];
    for (const url of [sandbox.freshbooks.url, sandbox.pipedrive.url]) {
      const [, port = ""] = url.split("127.0.0.1");
      states.push((await call(`${url}/_control/state`)).text.replaceAll(port, ":<port>"));
      states.push((await call(`${url}/_control/faults`)).text);
    }
    return { answers, end: states.join("\n") };
  } finally {
    await sandbox.stop();
  }
}

describe("the example script", () => {
  it("gives byte-identical answers, tokens and states in two runs", async () => {
    const [first, second] = [await run(), await run()];
    expect(second.answers).toEqual(first.answers);
    expect(second.end).toBe(first.end);
    const statuses = first.answers.map((answer) => answer.slice(0, 3));
    // Two token answers; then 502 for the second list, a truncated list, a lost deal, two refused, a storm of two.
    expect(statuses.slice(2, 6)).toEqual(["200", "502", "200", "200"]);
    expect(statuses.slice(6, 15)).toEqual(["200", "NaN", "200", "503", "503", "200", "429", "429", "200"]);
    expect(first.answers[4]).toHaveLength(44);
    expect(first.end).toContain('"title":"two"');
    expect(first.end).not.toContain('"title":"five"');
  });

  it("gives other tokens under another seed", async () => {
    const script = await readScriptFile(EXAMPLE);
    const tokens: unknown[] = [];
    for (const seed of [7, 8]) {
      const sandbox = await startSandbox({ script, seed });
      tokens.push(sandbox.pipedrive.control.state().users[0]?.["apiToken"]);
      await sandbox.stop();
    }
    expect(tokens[0]).not.toBe(tokens[1]);
  });
});

describe("a script over HTTP", () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  it("plays this stand-in's part and says how it stands", async () => {
    const script: unknown = JSON.parse(await readFile(EXAMPLE, "utf8"));
    const played = (await api(sandbox.pipedrive.url).post("/_control/script", script)).body;
    expect(at(played, "played")).toEqual({
      clock: { now: "2026-11-24T09:00:00.000Z", frozen: true },
      faults: 5,
    });
    expect(sandbox.pipedrive.control.listCompanies()).toHaveLength(2);
    expect(sandbox.freshbooks.control.listFaults()).toEqual([]);
    await api(sandbox.freshbooks.url).post("/_control/script", script);
    expect(sandbox.freshbooks.control.listFaults()).toHaveLength(2);
  });

  it("starts afresh with its seed, and without one is played on what is there", async () => {
    const url = sandbox.pipedrive.url;
    sandbox.playScript({ seed: 3 });
    const token = sandbox.pipedrive.control.state().users[0]?.["apiToken"];
    sandbox.pipedrive.control.createDeal({ title: "kept" });
    await api(url).post("/_control/script", { clock: { advanceMs: 1000 } });
    expect(sandbox.pipedrive.control.state().deals).toHaveLength(1);
    await api(url).post("/_control/script", { seed: 3 });
    expect(sandbox.pipedrive.control.state().deals).toEqual([]);
    expect(sandbox.pipedrive.control.state().users[0]?.["apiToken"]).toBe(token);
  });

  it("is refused as a whole when it has a mistake", async () => {
    const before = (await call(`${sandbox.pipedrive.url}/_control/faults`)).text;
    const mistake = {
      pipedrive: {
        faults: [
          { path: "*", status: 500 },
          { path: "*", stauts: 500 },
        ],
      },
    };
    const answer = await api(sandbox.pipedrive.url).post("/_control/script", mistake);
    expect(answer.status).toBe(400);
    expect(textAt(answer.body, "error")).toContain("stauts");
    expect((await call(`${sandbox.pipedrive.url}/_control/faults`)).text).toBe(before);
    expect(listAt(JSON.parse(before), "faults")).toEqual([]);
  });
});

describe("a script file", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sandbox-script-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ["not JSON", "{ seed: 7 }", "it is not JSON"],
    ["an unknown key", '{ "sede": 7 }', "sede"],
    ["a wrong value", '{ "pipedrive": { "faults": [{ "status": 500 }] } }', "pipedrive.faults.0.path"],
    ["a list", "[]", "the whole: "],
  ])("with %s is refused in one line that says so", async (_what, text, reason) => {
    const file = path.join(folder, "script.json");
    await writeFile(file, text);
    const error = await readScriptFile(file).catch((thrown: unknown) => thrown);
    const message = error instanceof Error ? error.message : "";
    expect(message).toContain(`The script ${file} cannot be used: `);
    expect(message).toContain(reason);
    expect(message).not.toContain("\n");
  });

  it("that is not there is refused in one line too", async () => {
    const missing = path.join(folder, "missing.json");
    await expect(readScriptFile(missing)).rejects.toThrow(
      `The script ${missing} cannot be used: it cannot be read (ENOENT).`,
    );
  });
});
