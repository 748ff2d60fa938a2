import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createLogger } from "./log";

/** What a logger writes for an object. */
function logged(value: object): string {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString("utf8"));
      done();
    },
  });
  createLogger("info", sink).info(value, "said");
  return lines.join("");
}

const canary = "canary-4f1d";

describe("createLogger", () => {
  it.each([
    ["at the top", { accessToken: canary, refreshToken: canary, password: canary }],
    ["in a connection", { connection: { sealedAccessToken: canary, sealedRefreshToken: canary } }],
    [
      "in headers",
      { request: { headers: { authorization: canary, cookie: canary, "x-api-token": canary } } },
    ],
    ["in a vendor's answer", { body: { access_token: canary, refresh_token: canary } }],
    ["in a callback", { callback: { verifier: canary, sealedVerifier: canary } }],
  ])("keeps secrets out of the line: %s", (_where, value) => {
    expect(logged(value)).not.toContain(canary);
  });

  it("keeps what is no secret", () => {
    expect(logged({ workspaceId: "wks_1", attempt: 3 })).toContain(
      '"workspaceId":"wks_1","attempt":3,"msg":"said"',
    );
  });
});
