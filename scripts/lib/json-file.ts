import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { z } from "zod";

/** Reads and parses a JSON file; undefined when it is missing or is not what `schema` says (then it is made anew). */
export function readJsonFile<T extends z.ZodType>(file: string, schema: T): z.output<T> | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a JSON file whole, readable by its owner alone: a reader sees the old text or the new, never half. */
export function writeJsonFile(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
