import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "./start-sandbox";
import type { Sandbox } from "./start-sandbox";
import { call, listAt } from "./testing/call";
import { rawCall } from "./testing/raw-call";

const EVIL = "https://evil.example";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(async () => {
  await sandbox.stop();
});

const urls = (): string[] => [sandbox.freshbooks.url, sandbox.pipedrive.url];

describe("a web site that its reader's browser could be made to speak for", () => {
  it("cannot press what the control API offers, by any body that needs no leave", async () => {
    for (const url of urls()) {
      const body = JSON.stringify({ path: "/*", status: 500 });
      for (const origin of [EVIL, "null", url.replace("127.0.0.1", "localhost")]) {
        const headers = { origin, "content-type": "text/plain" };
        for (const path of ["/_control/faults", "/_control/reset", "/_control/script"]) {
          expect((await call(`${url}${path}`, { method: "POST", headers, body })).status).toBe(403);
        }
      }
      expect(listAt((await call(`${url}/_control/faults`)).body, "faults")).toEqual([]);
    }
  });

  it("cannot consent for its reader", async () => {
    for (const url of urls()) {
      const answer = await call(`${url}/oauth/authorize`, {
        method: "POST",
        headers: { origin: EVIL },
        body: new URLSearchParams({ decision: "allow", redirect_uri: `${EVIL}/code` }),
      });
      expect(answer.status).toBe(403);
    }
  });

  it("reads and changes nothing under a name of its own that leads to this machine", async () => {
    for (const url of urls()) {
      const host = `evil.example:${new URL(url).port}`;
      for (const path of ["/", "/_control/state", "/_live"]) {
        expect((await rawCall(url, "GET", path, { host })).status).toBe(421);
      }
      const headers = { host, origin: `http://${host}` };
      expect((await rawCall(url, "POST", "/_control/reset", headers)).status).toBe(421);
    }
  });

  it("is told from the stand-in's own pages, from scripts, and from the other names of this machine", async () => {
    for (const url of urls()) {
      const own = { method: "POST", headers: { origin: url } };
      expect((await call(`${url}/_control/reset`, own)).status).toBe(200);
      expect((await call(`${url}/_control/reset`, { method: "POST" })).status).toBe(200);
      const { port } = new URL(url);
      for (const host of [`localhost:${port}`, `[::1]:${port}`, "127.0.0.1"]) {
        expect((await rawCall(url, "GET", "/_control/health", { host })).status).toBe(200);
      }
    }
  });
});
