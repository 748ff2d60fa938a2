import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

import type { Bench } from "./bench";

/** A file in `bench/` that does not export a benchmark, or a name that no benchmark has; the message says which. */
export class BenchNotFoundError extends Error {
  override readonly name = "BenchNotFoundError";
}

const SUFFIX = ".bench.ts";

function isBench(value: unknown): value is Bench {
  return typeof value === "object" && value !== null && "run" in value && "name" in value && "about" in value;
}

async function load(folder: string, file: string): Promise<Bench> {
  const exported: unknown = await import(pathToFileURL(path.join(folder, file)).href);
  const bench: unknown =
    typeof exported === "object" && exported !== null && "bench" in exported ? exported.bench : undefined;
  if (isBench(bench)) return bench;
  throw new BenchNotFoundError(`bench/${file} does not export a benchmark as "bench".`);
}

/** The benchmarks of a folder, or those of them that are named. */
export async function findBenches(folder: string, names: readonly string[]): Promise<Bench[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(SUFFIX)).toSorted();
  const known = files.map((file) => file.slice(0, -SUFFIX.length));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new BenchNotFoundError(`There is no benchmark "${unknown}". There are: ${known.join(", ")}.`);
  }
  const chosen = names.length === 0 ? files : names.map((name) => `${name}${SUFFIX}`);
  return Promise.all(chosen.map((file) => load(folder, file)));
}
