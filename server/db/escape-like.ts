/** A text as a part of an `ILIKE` pattern: its own wildcards lose their meaning. */
export function containsPattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
