import { setImmediate as turn } from "node:timers/promises";

import { describe, expect, it } from "vitest";

import { Turnstile } from "./turnstile";

describe("a turnstile", () => {
  it("lets no more through than it has places, in the order of coming, and each in the end", async () => {
    const turnstile = new Turnstile(3);
    const begun: number[] = [];
    let inside = 0;
    let most = 0;
    const visit = (name: number) =>
      turnstile.pass(async () => {
        begun.push(name);
        inside += 1;
        most = Math.max(most, inside);
        await turn();
        inside -= 1;
        return name;
      });
    const names = Array.from({ length: 20 }, (_, place) => place);
    expect(await Promise.all(names.map(visit))).toEqual(names);
    expect(begun).toEqual(names);
    expect(most).toBe(3);
  });

  it("frees the place of work that fails", async () => {
    const turnstile = new Turnstile(1);
    await expect(turnstile.pass(() => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
    expect(await turnstile.pass(() => Promise.resolve("next"))).toBe("next");
  });
});
