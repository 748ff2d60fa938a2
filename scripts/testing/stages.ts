import path from "node:path";

import { ROOT } from "../lib/paths";
import type { ResultFormat } from "./read-counts";

/** One part of `npm test`. */
export type Stage = {
  name: string;
  /** Node's arguments. */
  args: string[];
  /** How its counts are told; a static check counts as one test. */
  format: ResultFormat;
  /** Lines of its output that are worth showing when all went well. */
  figures?: RegExp;
};

/** Where a stage leaves its counts, for those that do. */
export const RESULTS_FOLDER = path.join(ROOT, ".data", "test-results");

function tool(...parts: string[]): string {
  return path.join(ROOT, "node_modules", ...parts);
}

function vitest(...projects: string[]): Stage {
  const name = projects.join(" + ");
  const output = path.join(RESULTS_FOLDER, `${name}.json`);
  const flags = ["--reporter=default", "--reporter=json", `--outputFile.json=${output}`];
  const args = [
    tool("vitest", "vitest.mjs"),
    "run",
    ...projects.map((project) => `--project=${project}`),
    ...flags,
  ];
  return { name, args, format: "vitest" };
}

const contract: Stage = { ...vitest("contract"), figures: /^(?:freshbooks|pipedrive): / };
const types: Stage = {
  name: "types",
  args: [tool("typescript", "bin", "tsc"), "--noEmit", "-p", "."],
  format: "check",
};
const lint: Stage = {
  name: "lint",
  args: [tool("eslint", "bin", "eslint.js"), "--max-warnings", "0", "."],
  format: "check",
};
const format: Stage = {
  name: "format",
  args: [tool("prettier", "bin", "prettier.cjs"), "--check", "."],
  format: "check",
};
const arch: Stage = {
  name: "arch",
  args: [
    tool("dependency-cruiser", "bin", "dependency-cruiser.mjs"),
    "--config",
    ".dependency-cruiser.mjs",
    ".",
  ],
  format: "check",
};
const knip: Stage = { name: "knip", args: [tool("knip", "bin", "knip.js")], format: "check" };
const docs: Stage = {
  name: "docs",
  args: ["--import", "tsx", path.join(ROOT, "scripts", "commands", "check-docs.ts")],
  format: "check",
};
const e2e: Stage = {
  name: "e2e",
  args: [tool("@playwright", "test", "cli.js"), "test", "--reporter=list,json"],
  format: "playwright",
};

/** Everything, the long ones first; two run at a time, and end-to-end alone at the end. */
export const allStages: Stage[][] = [
  [
    vitest("integration"),
    lint,
    vitest("unit", "property"),
    types,
    contract,
    vitest("guards"),
    knip,
    arch,
    format,
    docs,
  ],
  [e2e],
];

/** What a developer runs while working. */
export const fastStages: Stage[][] = [[lint, types, vitest("unit", "property"), arch]];
