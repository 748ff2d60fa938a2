import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { say } from "../lib/say";
import type { Supervisor } from "../lib/supervisor";
import { readCounts, type Counts } from "./read-counts";
import { readFailures } from "./read-failures";
import { RESULTS_FOLDER, type Stage } from "./stages";

const AT_ONCE = 2;
const SHOWN_LINES = 150;

/** How one stage went. */
export type StageResult = Counts & { name: string; seconds: number };

async function runStage(
  supervisor: Supervisor,
  { name, args, format, figures }: Stage,
): Promise<StageResult> {
  const startedAt = Date.now();
  const results = path.join(RESULTS_FOLDER, `${name}.json`);
  const logFile = path.join(RESULTS_FOLDER, `${name}.log`);
  rmSync(results, { force: true });
  const env = { NO_COLOR: "1", FORCE_COLOR: "0", TZ: "UTC", PLAYWRIGHT_JSON_OUTPUT_NAME: results };
  const code = await supervisor.run({ name, args, env, logFile });
  const counts = readCounts(format, results, code);
  const result = { name, ...counts, seconds: (Date.now() - startedAt) / 1000 };
  say(describe(result));
  const lines = readFileSync(logFile, "utf8").trimEnd().split("\n");
  for (const line of lines) if (figures?.test(line)) say(`      ${line}`);
  if (counts.failed > 0) {
    for (const failure of readFailures(format, results)) say(`      ${failure}`);
    say(lines.slice(-SHOWN_LINES).join("\n"));
  }
  return result;
}

function describe({ name, passed, failed, seconds }: StageResult): string {
  const mark = failed === 0 ? "ok  " : "FAIL";
  const columns = [
    name.padEnd(18),
    String(passed).padStart(6),
    "passed",
    String(failed).padStart(5),
    "failed",
  ];
  return `${mark}  ${columns.join(" ")} ${seconds.toFixed(1).padStart(8)} s`;
}

async function runGroup(supervisor: Supervisor, stages: Stage[]): Promise<StageResult[]> {
  const waiting = [...stages];
  const done: StageResult[] = [];
  const lane = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift())
      done.push(await runStage(supervisor, stage));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done;
}

/**
 * Runs the groups one after the other, the stages of a group two at a time, and prints each as it ends; then the table,
 * and alone on the last line the sum. Gives the exit code.
 */
export async function runStages(supervisor: Supervisor, groups: Stage[][]): Promise<number> {
  mkdirSync(RESULTS_FOLDER, { recursive: true });
  const results: StageResult[] = [];
  for (const group of groups) results.push(...(await runGroup(supervisor, group)));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  say();
  for (const result of results) say(describe(result));
  say();
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
