import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { call } from "./testing/call";
import { startReceiver } from "./testing/receiver";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const TIMEOUT_MS = 60_000;

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

function run(environment: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
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
});
