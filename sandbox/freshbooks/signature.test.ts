import { describe, expect, it } from "vitest";

import { sign, signedMessage } from "./signature";

const KEY = "simVerifier0001ABCDEFGHJKLMNPQRSTU";

function pairs(raw: string): [string, string][] {
  return [...new URLSearchParams(raw)];
}

describe("the signature of a delivery", () => {
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
      "user_id=1&name=callback.verify&verifier=simVerifier0001ABCDEFGHJKLMNPQRSTU&object_id=2042&account_id=aB3dE9" +
        "&system=https%3A%2F%2Fexample.freshbooks.com",
      "fFydVAcronm70R+1KWh1crpPphilvgiLD6zk4RmzMQI=",
    ],
  ])("gives the recorded vector for %s", (raw, signature) => {
    expect(sign(pairs(raw), KEY)).toBe(signature);
  });

  it("gives the documentation's own sample", () => {
    const raw = "name=client.update&object_id=177864&user_id=1&account_id=FrEsHb";
    expect(sign(pairs(raw), "UWQfd9zCzxmVwFZWKqqKwLxqz8gvzGdAn")).toBe(
      "uQL7Cy82JtV4RlsEowUZ+hm4cziC6LYjxuKj1cqLqHM=",
    );
  });

  it("escapes as Python's json.dumps does", () => {
    const text = 'a"b\\c/\n\t\u007f\u00e9\ud83d\ude00';
    expect(signedMessage([["k", text]])).toBe(String.raw`{"k": "a\"b\\c/\n\t\u007f\u00e9\ud83d\ude00"}`);
  });

  it("keeps the last value of a repeated key at its first place, as a dict does", () => {
    const message = signedMessage([
      ["a", "1"],
      ["b", "2"],
      ["a", "3"],
    ]);
    expect(message).toBe('{"a": "3", "b": "2"}');
  });
});
