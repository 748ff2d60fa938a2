import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createLogger } from "../../lib/log";
import { systemClock } from "../../lib/clock";
import { createFreshbooksClient } from "../freshbooks/client";
import { exchangeCode } from "../freshbooks/oauth";
import { refresh } from "../pipedrive/oauth";
import { VendorError } from "./vendor-error";

const canary = "CANARY-token-9f3c";

function recorder() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { lines, log: createLogger("trace", stream) };
}

/** A vendor that quotes what it was sent, as careless servers do. */
const parrot: typeof fetch = (_input, init) => {
  const headers = JSON.stringify([...new Headers(init?.headers)]);
  const said = `I do not like ${headers} ${typeof init?.body === "string" ? init.body : ""}`;
  return Promise.resolve(
    new Response(JSON.stringify({ error: "invalid_grant", error_description: said }), { status: 400 }),
  );
};

async function logged(act: (log: ReturnType<typeof createLogger>) => Promise<unknown>): Promise<string> {
  const { lines, log } = recorder();
  const error: unknown = await act(log).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(VendorError);
  log.error({ err: error }, "failed");
  expect(lines.length).toBeGreaterThan(1);
  return lines.join("\n");
}

describe("what is logged of a vendor call", () => {
  it("holds no token of a refresh at Pipedrive", async () => {
    const app = {
      clientId: "id",
      clientSecret: canary,
      redirectUri: "https://app.example/cb",
      oauthUrl: "https://oauth.example",
      allowedHosts: [],
    };
    const text = await logged((log) => refresh(app, { fetch: parrot, clock: systemClock, log }, canary));
    expect(text).not.toContain(canary);
    expect(text).not.toContain(Buffer.from(`id:${canary}`).toString("base64"));
  });

  it("holds no code or secret of an exchange at FreshBooks", async () => {
    const app = {
      clientId: "id",
      clientSecret: canary,
      redirectUri: "https://app.example/cb",
      apiUrl: "https://api.example",
    };
    const text = await logged((log) => exchangeCode(app, { fetch: parrot, clock: systemClock, log }, canary));
    expect(text).not.toContain(canary);
  });

  it("holds no token of a failed call, connection refused included", async () => {
    const client = (log: ReturnType<typeof createLogger>) =>
      createFreshbooksClient({
        baseUrl: "http://127.0.0.1:9",
        accountId: "aB3dE9",
        accessToken: () => Promise.resolve(canary),
        clock: systemClock,
        log,
      });
    expect(
      await logged((log) => client(log).createCallback({ event: "invoice", uri: "https://x.example" })),
    ).not.toContain(canary);
  });
});
