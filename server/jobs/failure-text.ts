/** A failure as it travels through the engine, which keeps only an error's text: `[code] sentence`. */
export type FailureText = { code: string; message: string };

export function writeFailure({ code, message }: FailureText): string {
  return `[${code}] ${message}`;
}

/** Reads what `writeFailure` wrote; any other text counts as a fault of ours and is not shown to people. */
export function readFailure(text: string): FailureText {
  const match = /^\[([a-z_]+)\] (.*)$/s.exec(text);
  const [, code, message] = match ?? [];
  if (code === undefined || message === undefined) {
    return { code: "internal", message: "Something went wrong on our side; it is in the log." };
  }
  return { code, message };
}
