import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifySignature } from "./signature";

/** `json.dumps` written another way: JavaScript's own JSON text, and whatever is not plain ASCII escaped in it. */
function dumps(fields: readonly (readonly [string, string])[]): string {
  const text = (value: string) => {
    const json = JSON.stringify(value);
    const units = Array.from({ length: json.length }, (_, index) => json.charCodeAt(index));
    const hex = (unit: number) => unit.toString(16).padStart(4, "0");
    return units.map((unit) => (unit < 0x7f ? String.fromCharCode(unit) : `\\u${hex(unit)}`)).join("");
  };
  return `{${fields.map(([name, value]) => `${text(name)}: ${text(value)}`).join(", ")}}`;
}

const wellFormed = fc.string({ unit: "grapheme" }).filter((text) => text.isWellFormed());
const fields = fc.uniqueArray(fc.tuple(wellFormed, wellFormed), {
  selector: ([name]) => name,
  minLength: 1,
  maxLength: 8,
});
const key = fc.string({ minLength: 1 });

function formOf(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
}

function sign(message: string, secret: string): string {
  return createHmac("sha256", secret).update(message, "utf8").digest("base64");
}

describe("verifySignature", () => {
  it("accepts whatever was signed by the rule, in received order", () => {
    fc.assert(
      fc.property(fields, key, (pairs, secret) => {
        const header = sign(dumps(pairs), secret);
        const verdict = verifySignature({ rawBody: formOf(pairs), header, verifiers: [secret] });
        expect(verdict).toEqual({ ok: true, order: "received", verifierIndex: 0 });
      }),
    );
  });

  it("refuses the same form under any other key", () => {
    fc.assert(
      fc.property(fields, key, key, (pairs, secret, other) => {
        fc.pre(secret !== other && secret.padEnd(64, "\0") !== other.padEnd(64, "\0"));
        const header = sign(dumps(pairs), secret);
        expect(verifySignature({ rawBody: formOf(pairs), header, verifiers: [other] })).toMatchObject({
          ok: false,
        });
      }),
    );
  });

  it("refuses a form in which any value was changed", () => {
    fc.assert(
      fc.property(fields, key, fc.nat(), (pairs, secret, seed) => {
        const header = sign(dumps(pairs), secret);
        const at = seed % pairs.length;
        const changed = pairs.map(
          ([name, value], index) => [name, index === at ? `${value}x` : value] as const,
        );
        expect(verifySignature({ rawBody: formOf(changed), header, verifiers: [secret] })).toEqual({
          ok: false,
          reason: "mismatch",
        });
      }),
    );
  });

  it("answers to any body and header at all, and never accepts them", () => {
    fc.assert(
      fc.property(
        fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("latin1")),
        fc.option(fc.string()),
        (rawBody, header) => {
          expect(verifySignature({ rawBody, header, verifiers: ["k"] })).toMatchObject({ ok: false });
        },
      ),
    );
  });
});
