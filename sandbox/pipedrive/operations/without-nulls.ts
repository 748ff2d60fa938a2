interface Cleared {
  readonly kept: unknown;
  readonly cleared: ReadonlySet<string>;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Parts of an address that are left out become null anyway, so a null among them can simply go.
function tidied(key: string, value: unknown): unknown {
  if (!key.endsWith("address") || !isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}

/** Takes the nulls of the properties named out of a body, and says which they were. */
export function withoutNulls(body: unknown, clearable: readonly string[]): Cleared {
  if (clearable.length === 0 || !isObject(body)) return { kept: body, cleared: new Set() };
  const cleared = new Set(clearable.filter((key) => body[key] === null));
  const kept = Object.fromEntries(
    Object.entries(body)
      .filter(([key]) => !cleared.has(key))
      .map(([key, value]) => [key, tidied(key, value)]),
  );
  return { kept, cleared };
}
