import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifySignature } from "./signature";

const verifier = "simVerifier0001ABCDEFGHJKLMNPQRSTU";

/** facts §3.5: the four vectors, and the docs' own sample inputs. */
const vectors = [
  {
    name: "1, all fields",
    rawBody:
      "name=invoice.update&object_id=900042&user_id=1&identity_id=770001&business_id=550001&account_id=aB3dE9",
    header: "hvmSkmhnZ0UFzOobc5RwlTDyirjtWQMvkteZIWIWvIE=",
    key: verifier,
  },
  {
    name: "2, the docs' address order",
    rawBody:
      "name=invoice.update&object_id=900042&account_id=aB3dE9&business_id=550001&identity_id=770001&user_id=1",
    header: "r8QAj836K4ovbT87f4lJ7Dqso8odWkrr3NPQGDNxJaI=",
    key: verifier,
  },
  {
    name: "3, quotes, slash and accents",
    rawBody: "name=client.update&object_id=31&account_id=aB3dE9&note=caf%C3%A9+%22x%22%2F%C3%A9",
    header: "oP5e+Ita+w3g/Sa1CAy5csfxKl3FcGKWnFes7CANtEo=",
    key: verifier,
  },
  {
    name: "4, the handshake",
    rawBody:
      "user_id=1&name=callback.verify&verifier=simVerifier0001ABCDEFGHJKLMNPQRSTU&object_id=2042&account_id=aB3dE9&system=https%3A%2F%2Fexample.freshbooks.com",
    header: "fFydVAcronm70R+1KWh1crpPphilvgiLD6zk4RmzMQI=",
    key: verifier,
  },
  {
    name: "the docs' sample",
    rawBody: "name=client.update&object_id=177864&user_id=1&account_id=FrEsHb",
    header: "uQL7Cy82JtV4RlsEowUZ+hm4cziC6LYjxuKj1cqLqHM=",
    key: "UWQfd9zCzxmVwFZWKqqKwLxqz8gvzGdAn",
  },
];

function sign(message: string, key = verifier): string {
  return createHmac("sha256", key).update(message, "utf8").digest("base64");
}

describe("verifySignature", () => {
  it.each(vectors)("accepts vector $name as received", ({ rawBody, header, key }) => {
    const verdict = verifySignature({ rawBody, header, verifiers: [key] });
    expect(verdict).toEqual({ ok: true, order: "received", verifierIndex: 0 });
  });

  it("accepts a body whose fields were signed in a documented order", () => {
    const rawBody =
      "user_id=1&object_id=900042&account_id=aB3dE9&name=invoice.update&identity_id=770001&business_id=550001";
    const header = vectors[1]?.header ?? null;
    expect(verifySignature({ rawBody, header, verifiers: [verifier] })).toMatchObject({
      order: "docs_address",
    });
  });

  it("accepts the order of the docs' message sample, other fields behind it", () => {
    const header = sign('{"name": "a", "object_id": "1", "user_id": "2", "account_id": "3", "x": "4"}');
    const rawBody = "x=4&account_id=3&user_id=2&object_id=1&name=a";
    expect(verifySignature({ rawBody, header, verifiers: [verifier] })).toMatchObject({
      order: "docs_message",
    });
  });

  it("accepts sorted fields", () => {
    const header = sign('{"b": "1", "name": "2", "z": "3"}');
    const rawBody = "z=3&name=2&b=1";
    expect(verifySignature({ rawBody, header, verifiers: [verifier] })).toMatchObject({ order: "sorted" });
  });

  it("keeps a repeated field's last value at its first place, as Python's dict does", () => {
    const header = sign('{"name": "second", "object_id": "1"}');
    const rawBody = "name=first&object_id=1&name=second";
    expect(verifySignature({ rawBody, header, verifiers: [verifier] })).toMatchObject({ ok: true });
  });

  it("escapes DEL, controls, backslash and astral characters as json.dumps does", () => {
    const header = sign(String.raw`{"a": "\u007f\n\u0001\\", "b": "\ud83d\ude00"}`);
    const rawBody = "a=%7F%0A%01%5C&b=%F0%9F%98%80";
    expect(verifySignature({ rawBody, header, verifiers: [verifier] })).toMatchObject({ order: "received" });
  });

  it("does not lose a leading question mark, nor blank values", () => {
    const header = sign('{"?a": "1", "b": "", "c": ""}');
    expect(verifySignature({ rawBody: "?a=1&b=&c", header, verifiers: [verifier] })).toMatchObject({
      ok: true,
    });
  });

  it("names the verifier that fits", () => {
    const { rawBody = "", header = null } = vectors[0] ?? {};
    const verdict = verifySignature({ rawBody, header, verifiers: ["other", verifier] });
    expect(verdict).toMatchObject({ ok: true, verifierIndex: 1 });
  });

  it("says what is wrong with a header", () => {
    const input = { rawBody: "a=1", verifiers: [verifier] };
    const reasonFor = (header: string | null) => verifySignature({ ...input, header });
    expect(reasonFor(null)).toEqual({ ok: false, reason: "missing" });
    expect(reasonFor("")).toEqual({ ok: false, reason: "missing" });
    expect(reasonFor("deadbeef")).toEqual({ ok: false, reason: "malformed" });
    expect(reasonFor(Buffer.alloc(32).toString("hex"))).toEqual({ ok: false, reason: "malformed" });
    expect(reasonFor(Buffer.alloc(31).toString("base64"))).toEqual({ ok: false, reason: "malformed" });
    expect(reasonFor(Buffer.alloc(32).toString("base64"))).toEqual({ ok: false, reason: "mismatch" });
  });

  it("never accepts an empty verifier, which anyone could sign with", () => {
    const header = sign('{"a": "1"}', "");
    expect(verifySignature({ rawBody: "a=1", header, verifiers: [""] })).toEqual({
      ok: false,
      reason: "mismatch",
    });
  });
});
