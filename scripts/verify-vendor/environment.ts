/** The variables of the machine, by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Variables are missing or of no use; each line names one and says what it is. */
export class MissingVariablesError extends Error {
  override readonly name = "MissingVariablesError";

  constructor(readonly lines: readonly string[]) {
    super(lines.join("\n"));
  }
}

/** The value of a variable; empty text counts as absent. */
export function valueOf(variables: Variables, name: string): string | undefined {
  const value = variables[name]?.trim();
  return value === "" ? undefined : value;
}

function isSafe(url: URL): boolean {
  if (url.protocol === "https:") return true;
  return url.protocol === "http:" && (url.hostname === "127.0.0.1" || url.hostname === "localhost");
}

/** An address of a vendor: https, or http on this machine (the sandbox). Throws `MissingVariablesError`. */
export function addressOf(variables: Variables, name: string, fallback?: string): string | undefined {
  const value = valueOf(variables, name) ?? fallback;
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (url !== null && isSafe(url)) return value.replace(/\/+$/, "");
  throw new MissingVariablesError([`${name} must be an https address.`]);
}
