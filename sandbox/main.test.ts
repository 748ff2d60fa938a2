import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { call, listAt } from "./testing/call";
import { startReceiver } from "./testing/receiver";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const EXAMPLE = fileURLToPath(new URL("./scripts/rough-weather.json", import.meta.url));
const TIMEOUT_MS = 60_000;

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

function run(environment: Readonly<Record<string, string>>, words: readonly string[] = []): Run {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...words], {
    env: { NODE_ENV: "test", SANDBOX_FRESHBOOKS_PORT: "0", SANDBOX_PIPEDRIVE_PORT: "0", ...environment },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended, output: () => text };
}

async function addresses(started: Run): Promise<readonly (string | undefined)[]> {
  const pattern = /^FreshBooks sandbox at (http:\S+)\nPipedrive sandbox at (http:\S+)\n$/;
  await new Promise<void>((resolve, reject) => {
    started.child.stdout?.on("data", () => {
      if (pattern.test(started.output())) resolve();
    });
    void started.ended.then(() => {
      reject(new Error(`The sandbox ended early: ${started.output()}`));
    });
  });
  return pattern.exec(started.output())?.slice(1) ?? [];
}

describe("npm run sandbox", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "says where both listen, and ends cleanly on %s",
    async (signal) => {
      const started = run({});
      const [freshbooks, pipedrive] = await addresses(started);
      for (const url of [freshbooks, pipedrive]) {
        expect((await call(`${url ?? ""}/_control/health`)).body).toEqual({ ok: true });
      }
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
    },
    TIMEOUT_MS,
  );

  it(
    "says in one line which port is taken, and exits with 1",
    async () => {
      const other = await startReceiver();
      const port = new URL(other.url).port;
      const started = run({ SANDBOX_PIPEDRIVE_PORT: port });
      expect(await started.ended).toBe(1);
      expect(started.output()).toContain(
        `Port ${port} is already in use. Stop what listens there, or choose another port.\n`,
      );
      await other.stop();
    },
    TIMEOUT_MS,
  );

  it(
    "plays a script before it takes the first call",
    async () => {
      const started = run({}, ["--script", EXAMPLE, "--seed", "9"]);
      const [freshbooks, pipedrive] = await addresses(started);
      const clock = { now: "2026-11-24T09:00:00.000Z", frozen: true };
      expect((await call(`${freshbooks ?? ""}/_control/clock`)).body).toEqual(clock);
      const companies = (await call(`${pipedrive ?? ""}/_control/companies`)).body;
      expect(listAt(companies, "companies")).toHaveLength(2);
      started.child.kill("SIGTERM");
      expect(await started.ended).toBe(0);
    },
    TIMEOUT_MS,
  );

  it.each([
    [
      "a file that is not there",
      ["--script", "missing.json"],
      /^The script missing\.json cannot be used: .+\n$/,
    ],
    [
      "a file that is no script",
      ["--script", MAIN],
      /^The script .+main\.ts cannot be used: it is not JSON.+\n$/,
    ],
    ["an unknown option", ["--scirpt", "a.json"], /^Unknown option '--scirpt'.*\n$/],
  ])(
    "says in one line what is wrong with %s, and exits with 1",
    async (_what, words, line) => {
      const started = run({}, words);
      expect(await started.ended).toBe(1);
      expect(started.output()).toMatch(line);
    },
    TIMEOUT_MS,
  );
});
