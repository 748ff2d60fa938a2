import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  encodeUlid,
  firstUlidAt,
  randomUlid,
  ulidOfSentInCall,
  ulidsFromSeed,
  ulidTimeMs,
} from "./event-ids";

const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const entropy = fc.uint8Array({ minLength: 10, maxLength: 10 });

function seedOf(timeMs: number, bytes: Uint8Array): string {
  return `${timeMs},${Buffer.from(bytes).toString("base64")}`;
}

describe("ULIDs", () => {
  it("keep their time and sort by it", () => {
    fc.assert(
      fc.property(times, times, entropy, entropy, (one, other, first, second) => {
        const [a, b] = [encodeUlid(one, first), encodeUlid(other, second)];
        expect(a).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
        expect(ulidTimeMs(a)).toBe(one);
        if (one < other) expect(a < b).toBe(true);
        expect(firstUlidAt(one) <= a).toBe(true);
      }),
    );
  });

  it("are known in text", () => {
    expect(encodeUlid(0, new Uint8Array(10))).toBe("00000000000000000000000000");
    expect(encodeUlid(2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    expect(randomUlid(1)).not.toBe(randomUlid(1));
  });
});

describe("ulidsFromSeed", () => {
  it("gives the same ids for the same seed, all different, also where the counter runs over", () => {
    fc.assert(
      fc.property(times, entropy, fc.integer({ min: 1, max: 50 }), (timeMs, bytes, count) => {
        const ids = ulidsFromSeed(seedOf(timeMs, bytes), count);
        expect(ids).toEqual(ulidsFromSeed(seedOf(timeMs, bytes), count));
        expect(new Set(ids).size).toBe(count);
      }),
    );
    const last = ulidsFromSeed(seedOf(5, new Uint8Array(10).fill(255)), 2);
    expect(new Set(last).size).toBe(2);
  });

  it("adds the place, from 1, to the last four bytes", () => {
    const bytes = Uint8Array.from([1, 2, 3, 4, 5, 6, 0, 0, 0, 9]);
    const expected = [10, 11].map((end) => encodeUlid(7, Uint8Array.from([1, 2, 3, 4, 5, 6, 0, 0, 0, end])));
    expect(ulidsFromSeed(seedOf(7, bytes), 2)).toEqual(expected);
  });

  it("refuses what is no seed", () => {
    for (const seed of ["", "1", "1,", "1,AA==", "x,AAAAAAAAAAAAAA==", "-1,AAAAAAAAAAAAAA=="]) {
      expect(ulidsFromSeed(seed, 1)).toBeNull();
    }
  });
});

describe("ulidOfSentInCall", () => {
  const sent = {
    runId: randomUlid(1_790_000_000_000),
    position: "2",
    occurrence: 0,
    content: '["a",null,{}]',
  };

  it("is the same for the same place and content", () => {
    expect(ulidOfSentInCall(sent)).toBe(ulidOfSentInCall({ ...sent }));
  });

  it("differs when any of them does", () => {
    const others = [
      { ...sent, position: "3" },
      { ...sent, occurrence: 1 },
      { ...sent, content: '["b",null,{}]' },
      { ...sent, runId: randomUlid(1_790_000_000_000) },
    ].map(ulidOfSentInCall);
    expect(new Set([ulidOfSentInCall(sent), ...others]).size).toBe(5);
  });
});
