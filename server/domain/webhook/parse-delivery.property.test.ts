import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDelivery } from "./parse-delivery";

describe("parseDelivery", () => {
  it("gives a value for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(["handshake", "event", "malformed"]).toContain(parseDelivery(text).kind);
      }),
    );
  });

  it("reads name and id in whatever order they come, among unknown fields", () => {
    const field = fc.tuple(fc.stringMatching(/^x_[a-z]{1,8}$/), fc.string());
    fc.assert(
      fc.property(
        fc.constantFrom("invoice.update", "client.create", "payment.delete", "invoice.sendByEmail"),
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.array(field, { maxLength: 5 }),
        fc.boolean(),
        (name, id, extra, isReversed) => {
          const known: [string, string][] = [
            ["name", name],
            ["object_id", String(id)],
            ["account_id", "aB3dE9"],
          ];
          const pairs = [...known, ...extra];
          const form = new URLSearchParams(isReversed ? pairs.toReversed() : pairs);
          expect(parseDelivery(form.toString())).toEqual({
            kind: "event",
            name,
            noun: name.split(".")[0],
            objectId: String(id),
            accountId: "aB3dE9",
          });
        },
      ),
    );
  });

  it.each([
    ["", "name is not of the form noun.verb"],
    ["name=invoice&object_id=1", "name is not of the form noun.verb"],
    ["name=invoice.update&object_id=1;DROP", "object_id is not a number"],
    ["name=invoice.update", "object_id is not a number"],
    ["name=callback.verify&object_id=7", "the verifier is missing or too long"],
    ["name=callback.verify&verifier=abc", "object_id is not a number"],
  ])("refuses %s", (body, reason) => {
    expect(parseDelivery(body)).toEqual({ kind: "malformed", reason });
  });

  it("reads a handshake", () => {
    const body = "user_id=1&name=callback.verify&verifier=simVerifier&object_id=2042&account_id=aB3dE9";
    expect(parseDelivery(body)).toEqual({ kind: "handshake", callbackId: "2042", verifier: "simVerifier" });
  });
});
