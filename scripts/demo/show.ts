/** Writing the walk to the terminal: one line per hop, times on the left, colour only where a person looks on. */
const { isTTY } = process.stdout;

const paint = (code: string) => (text: string) => (isTTY ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = paint("1");
export const grey = paint("90");
export const green = paint("32");
export const amber = paint("33");
export const blue = paint("34");
export const red = paint("31");

export function line(text = ""): void {
  process.stdout.write(`${text}\n`);
}

export function heading(text: string): void {
  line();
  line(bold(text));
}

/** `+   12 ms  text` */
export function hop(ms: number, text: string): void {
  line(`  ${grey(`+${String(Math.round(ms)).padStart(6)} ms`)}  ${text}`);
}

export function fact(text: string): void {
  line(`             ${text}`);
}

/** `1500` and `EUR` → `1,500.00 EUR`. */
export function sum(amount: number | string, currency: string): string {
  const text = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2 }).format(Number(amount));
  return `${text} ${currency}`;
}
