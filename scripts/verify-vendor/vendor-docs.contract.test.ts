import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../../sandbox/start-sandbox";
import type { Sandbox } from "../../sandbox/start-sandbox";
import { ROOT } from "../lib/paths";
import { freshbooksQuestions } from "./freshbooks/questions";
import { pipedriveQuestions } from "./pipedrive/questions";

/** Switches that make faults, not facts: they stand in no table. */
const FAULTS = new Set(["copies", "duplicateNext", "dropNext", "reorderNext", "delayMs"]);
const COLUMNS = 5;

interface Page {
  readonly rows: readonly string[][];
  /** What the tables and the lists of questions name. */
  readonly switches: readonly string[];
  readonly questions: readonly string[];
}

const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = ""]) => name);

function readPage(vendor: string): Page {
  const text = readFileSync(path.join(ROOT, "docs", "vendors", `${vendor}.md`), "utf8");
  const rows = text
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length === COLUMNS && cells[0] !== "fact");
  const after = text.split("## Asked, though nothing leans on it yet")[1]?.split("\n## ")[0] ?? "";
  const settled = [...rows.map((cells) => cells[COLUMNS - 1] ?? ""), after].join("\n");
  return {
    rows,
    switches: named(settled, /`(\w+)`/g),
    questions: named(settled, /(?<!\w)_([a-z0-9-]+)_(?!\w)/g),
  };
}

describe.each([
  { vendor: "freshbooks", known: freshbooksQuestions.map(({ id }) => id) },
  { vendor: "pipedrive", known: pipedriveQuestions.map(({ id }) => id) },
] as const)("docs/vendors/$vendor.md", ({ vendor, known }) => {
  const page = readPage(vendor);
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it("says of every fact how certain it is, what leans on it, and what happens otherwise", () => {
    expect(page.rows.length).toBeGreaterThan(30);
    expect(page.rows.filter((cells) => cells.some((cell) => cell === ""))).toEqual([]);
  });

  it("names files that are there", () => {
    const files = page.rows.flatMap((cells) => named(cells[2] ?? "", /`([^`]+)`/g));
    expect(files.length).toBeGreaterThanOrEqual(page.rows.length);
    expect(files.filter((file) => !existsSync(path.join(ROOT, "server", file)))).toEqual([]);
  });

  it("names every switch of the sandbox, and none that is not there", () => {
    const there = Object.keys(sandbox[vendor].control.setSwitches({})).filter((name) => !FAULTS.has(name));
    expect([...new Set(page.switches)].toSorted()).toEqual(there.toSorted());
  });

  it("names every question, and none that is not there", () => {
    expect([...new Set(page.questions)].toSorted()).toEqual([...known].toSorted());
  });
});
