import { afterEach, beforeEach } from "vitest";

/** What a test printed: always a mistake, for a warning that nobody reads is a failure that nobody sees. */
class UnexpectedOutputError extends Error {
  override readonly name = "UnexpectedOutputError";
}

const METHODS = ["debug", "error", "info", "log", "trace", "warn"] as const;
let printed: string[] = [];

for (const method of METHODS) {
  globalThis.console[method] = (...words: unknown[]) => {
    printed.push(`console.${method}: ${words.map(String).join(" ")}`);
  };
}

beforeEach(() => {
  printed = [];
});

afterEach(() => {
  const lines = printed;
  printed = [];
  if (lines.length > 0) throw new UnexpectedOutputError(`The test printed:\n${lines.join("\n")}`);
});
