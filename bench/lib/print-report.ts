import type { Mark, Report, Table } from "./bench";

function tableLines({ title, head, rows }: Table): string[] {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return ["", title, line(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)];
}

function markLine({ what, limit, measured, unit }: Mark): string {
  const verdict = measured < limit ? "holds" : "DOES NOT HOLD";
  return `${what}: ${measured.toFixed(2)} ${unit}, mark ${limit} ${unit}: ${verdict}`;
}

/** A report as lines for the terminal: its tables, then each mark and whether it holds. */
export function reportLines({ tables, marks }: Report): string[] {
  return [...tables.flatMap(tableLines), "", ...marks.map(markLine)];
}
