import { createHmac } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { Arrival } from "../probe/listener";
import { SIGNATURE_HEADER, signedOrder } from "./signed-order";

const VERIFIER = "simVerifier0001ABCDEFGHJKLMNPQRSTU";

function delivery(raw: string, signature?: string): Arrival {
  const header = (name: string) => (name === SIGNATURE_HEADER ? signature : undefined);
  const form = new URLSearchParams(raw);
  return { atMs: 0, method: "POST", path: "/", query: new URLSearchParams(), raw, form, header };
}

describe("signedOrder", () => {
  // The vectors of facts §3.5, which Python and Node agree on.
  it.each([
    [
      "name=invoice.update&object_id=900042&user_id=1&identity_id=770001&business_id=550001&account_id=aB3dE9",
      "hvmSkmhnZ0UFzOobc5RwlTDyirjtWQMvkteZIWIWvIE=",
    ],
    [
      "name=invoice.update&object_id=900042&account_id=aB3dE9&business_id=550001&identity_id=770001&user_id=1",
      "r8QAj836K4ovbT87f4lJ7Dqso8odWkrr3NPQGDNxJaI=",
    ],
    [
      "name=client.update&object_id=31&account_id=aB3dE9&note=caf%C3%A9+%22x%22%2F%C3%A9",
      "oP5e+Ita+w3g/Sa1CAy5csfxKl3FcGKWnFes7CANtEo=",
    ],
    [
      `user_id=1&name=callback.verify&verifier=${VERIFIER}&object_id=2042&account_id=aB3dE9&system=https%3A%2F%2Fexample.freshbooks.com`,
      "fFydVAcronm70R+1KWh1crpPphilvgiLD6zk4RmzMQI=",
    ],
  ])("knows the vector %s", (raw, signature) => {
    expect(signedOrder(delivery(raw, signature), VERIFIER)).toBe("in received order");
  });

  it.each([
    ["in documented order", '{"name": "client.update", "object_id": "31", "account_id": "aB3dE9"}'],
    ["sorted", '{"account_id": "aB3dE9", "name": "client.update", "object_id": "31"}'],
    ["as the raw body", "object_id=31&account_id=aB3dE9&name=client.update"],
  ])("tells when it was signed %s", (way, message) => {
    const signature = createHmac("sha256", VERIFIER).update(message).digest("base64");
    const arrival = delivery("object_id=31&account_id=aB3dE9&name=client.update", signature);
    expect(signedOrder(arrival, VERIFIER)).toBe(way);
  });

  it("tells nothing of a signature by another verifier, or of none", () => {
    const raw = "name=client.update&object_id=31";
    const signature = createHmac("sha256", "another").update(raw).digest("base64");
    expect(signedOrder(delivery(raw, signature), VERIFIER)).toBeUndefined();
    expect(signedOrder(delivery(raw), VERIFIER)).toBeUndefined();
  });
});
