import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "./start-sandbox";
import type { Sandbox } from "./start-sandbox";
import { rawCall } from "./testing/raw-call";

const FRESHBOOKS = "https://freshbooks.sandbox.example";
const PIPEDRIVE = "https://pipedrive.sandbox.example";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ freshbooksPublicUrl: FRESHBOOKS, pipedrivePublicUrl: PIPEDRIVE });
});

afterAll(() => sandbox.stop());

/** A call as a proxy that ends TLS hands it on. */
async function byProxy(method: string, path: string, headers: Record<string, string> = {}, body = "") {
  return rawCall(
    sandbox.freshbooks.url,
    method,
    path,
    { host: "freshbooks.sandbox.example", ...headers },
    body,
  );
}

describe("a stand-in behind a proxy", () => {
  it("answers under its public address and speaks of itself by it", async () => {
    const metadata = await byProxy("GET", "/.well-known/oauth-authorization-server");
    expect(metadata.status).toBe(200);
    expect(metadata.body).toContain(`"issuer":"${FRESHBOOKS}"`);
    expect((await byProxy("GET", "/")).body).toContain(PIPEDRIVE);
  });

  it("takes forms from its own pages there, and from no others", async () => {
    const json = { "content-type": "application/json" };
    const body = JSON.stringify({ advanceMs: 0 });
    const own = await byProxy("POST", "/_control/clock", { ...json, origin: FRESHBOOKS }, body);
    expect(own.status).toBe(200);
    const foreign = await byProxy(
      "POST",
      "/_control/clock",
      { ...json, origin: "https://evil.example" },
      body,
    );
    expect(foreign.status).toBe(403);
  });

  it("answers on this machine as before, and under no other name", async () => {
    expect((await rawCall(sandbox.freshbooks.url, "GET", "/_control/health")).status).toBe(200);
    const other = await rawCall(sandbox.freshbooks.url, "GET", "/", { host: "evil.example" });
    expect(other.status).toBe(421);
  });
});
