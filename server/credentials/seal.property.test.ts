import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../lib/errors";
import { SealError, createSealer } from "./seal";
import type { SealContext, SealPurpose } from "./seal";

const oldKey = `old:${"1".repeat(64)}`;
const newKey = `new:${"2".repeat(64)}`;
const context: SealContext = { workspaceId: "wks_1", rowId: "con_1", purpose: "access_token" };

const contexts = fc.record({
  workspaceId: fc.string(),
  rowId: fc.string(),
  purpose: fc.constantFrom<SealPurpose[]>(
    "access_token",
    "refresh_token",
    "sandbox_access_token",
    "verifier",
  ),
});
const secret = fc.string({ unit: "grapheme" }).filter((text) => text.isWellFormed());

describe("createSealer", () => {
  it("opens what it sealed, where it was sealed", () => {
    const sealer = createSealer([newKey]);
    fc.assert(
      fc.property(secret, contexts, (plaintext, where) => {
        expect(sealer.open(sealer.seal(plaintext, where), where)).toBe(plaintext);
      }),
    );
  });

  it("opens nowhere else", () => {
    const sealer = createSealer([newKey]);
    fc.assert(
      fc.property(secret, contexts, contexts, (plaintext, where, elsewhere) => {
        fc.pre(JSON.stringify(where) !== JSON.stringify(elsewhere));
        const envelope = sealer.seal(plaintext, where);
        expect(() => sealer.open(envelope, elsewhere)).toThrow(SealError);
      }),
    );
  });

  it("keeps neighbouring parts of the context apart", () => {
    const sealer = createSealer([newKey]);
    const envelope = sealer.seal("s", { ...context, workspaceId: "ab", rowId: "c" });
    expect(() => sealer.open(envelope, { ...context, workspaceId: "a", rowId: "bc" })).toThrow(SealError);
  });

  it("opens nothing in which any character was changed", () => {
    const sealer = createSealer([newKey, oldKey]);
    fc.assert(
      fc.property(
        secret,
        fc.nat(),
        fc.constantFrom("A", "Z", "a", "z", "0", "9", "-", "_", "."),
        (plaintext, seed, replacement) => {
          const envelope = sealer.seal(plaintext, context);
          const at = seed % envelope.length;
          fc.pre(envelope[at] !== replacement);
          const changed = envelope.slice(0, at) + replacement + envelope.slice(at + 1);
          const isOtherKey = /^v1\.(?!new\.)[a-z0-9-]+\.[\w-]{16}\.[\w-]+$/.test(changed);
          expect(() => sealer.open(changed, context)).toThrow(isOtherKey ? AppError : SealError);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("opens no garbage", () => {
    const sealer = createSealer([newKey]);
    fc.assert(
      fc.property(
        fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("latin1")),
        (envelope) => {
          expect(() => sealer.open(envelope, context)).toThrow(SealError);
        },
      ),
    );
  });

  it("never seals the same text to the same envelope", () => {
    const sealer = createSealer([newKey]);
    expect(sealer.seal("token", context)).not.toBe(sealer.seal("token", context));
  });

  it("seals with the first key and opens with all of them", () => {
    const before = createSealer([oldKey]).seal("token", context);
    const rotated = createSealer([newKey, oldKey]);
    expect(before).toMatch(/^v1\.old\./);
    expect(rotated.open(before, context)).toBe("token");
    expect(rotated.seal("token", context)).toMatch(/^v1\.new\./);
  });

  it("tells a key that is not at hand from a value that was changed: the former is the operator's to mend", () => {
    const before = createSealer([oldKey]).seal("token", context);
    const open = () => createSealer([newKey]).open(before, context);
    expect(open).toThrow(AppError);
    expect(open).toThrow("the encryption key old is not among ENCRYPTION_KEYS");
    expect(open).toThrow(expect.objectContaining({ code: "not_configured", details: { keyId: "old" } }));
  });

  it("refuses keys that are none", () => {
    expect(() => createSealer([])).toThrow(SealError);
    expect(() => createSealer(["k1:abc"])).toThrow(SealError);
  });
});
