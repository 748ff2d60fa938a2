import type { Outcome } from "./outcome";

const MARKS = { answered: "✓", undecided: "?", failed: "✗" } as const;

function line(name: string, text: string): string {
  return `    ${`${name}:`.padEnd(10)}${text}`;
}

/** One question and what became of it, for a person to read. */
export function reportOutcome(outcome: Outcome): string {
  const said = outcome.variant ?? `${outcome.result}: ${outcome.reason ?? "no reason given"}`;
  const lines = [
    `${MARKS[outcome.result]} ${outcome.id}: ${said}`,
    line("asks", `${outcome.asks} (facts ${outcome.facts}: ${outcome.variants.join(" | ")})`),
    ...outcome.evidence.map((text) => line("evidence", text)),
  ];
  if (outcome.product !== undefined) lines.push(line("product", outcome.product));
  if (outcome.sandbox !== undefined) lines.push(line("sandbox", JSON.stringify(outcome.sandbox)));
  return lines.join("\n");
}

/** The last line: how many of which. */
export function reportCounts(vendor: string, outcomes: readonly Outcome[]): string {
  const count = (result: Outcome["result"]) => outcomes.filter((one) => one.result === result).length;
  return `${vendor}: ${count("answered")} answered, ${count("undecided")} undecided, ${count("failed")} failed.`;
}
