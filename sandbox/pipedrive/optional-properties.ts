/** Properties that exist only when asked for; nothing here has activities, products or mails. */
export function optionalProperties(names: readonly string[] | undefined): Record<string, number | null> {
  return Object.fromEntries((names ?? []).map((name) => [name, name.endsWith("_count") ? 0 : null]));
}
