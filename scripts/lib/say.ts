/** One line for the person at the terminal. */
export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** One line about a failure. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Seconds with one digit, for "… in 3.4 s". */
export function seconds(sinceMs: number): string {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}
