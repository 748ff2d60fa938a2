import { z } from "zod";

import { readJsonFile } from "../lib/json-file";
import type { ResultFormat } from "./read-counts";

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const specSchema = z.object({ title: z.string(), file: z.string(), line: z.number(), ok: z.boolean() });

type Suite = { specs: z.output<typeof specSchema>[]; suites: Suite[] };

const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema).default([]),
  suites: z.lazy(() => z.array(suiteSchema)).default([]),
});

const playwrightSchema = z.object({
  suites: z.array(suiteSchema),
  errors: z.array(z.object({ message: z.string().default("") })).default([]),
});

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}

function vitestFailures(file: string): string[] {
  const results = readJsonFile(file, vitestSchema)?.testResults ?? [];
  return results.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    if (failed.length > 0) return failed.map(({ fullName }) => `${name} › ${fullName}`);
    return status === "failed" ? [`${name}: ${firstLine(message)}`] : [];
  });
}

function failedSpecs(suites: Suite[]): string[] {
  return suites.flatMap(({ specs, suites: inner }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${String(line)} › ${title}`),
    ...failedSpecs(inner),
  ]);
}

function playwrightFailures(file: string): string[] {
  const result = readJsonFile(file, playwrightSchema);
  if (result === undefined) return [];
  return [...result.errors.map(({ message }) => firstLine(message)), ...failedSpecs(result.suites)];
}

/** The tests that failed, a line each, so that whoever sees only the beginning of a long output knows them. */
export function readFailures(format: ResultFormat, file: string): string[] {
  if (format === "vitest") return vitestFailures(file);
  return format === "playwright" ? playwrightFailures(file) : [];
}
