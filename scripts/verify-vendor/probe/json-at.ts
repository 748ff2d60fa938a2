/** Reads a value deep in a JSON body, such as `response.result.client.id`; a number in the path is a place in a list. */
export function at(json: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return new Map<string, unknown>(Object.entries(value)).get(key);
  }, json);
}

export function textAt(json: unknown, path: string): string | undefined {
  const value = at(json, path);
  return typeof value === "string" ? value : undefined;
}

export function numberAt(json: unknown, path: string): number | undefined {
  const value = at(json, path);
  return typeof value === "number" ? value : undefined;
}

/** The list, or an empty one where there is none. */
export function listAt(json: unknown, path: string): readonly unknown[] {
  const value = at(json, path);
  return Array.isArray(value) ? value : [];
}

/** Whether the body is an object that has the key. */
export function has(json: unknown, key: string): boolean {
  return typeof json === "object" && json !== null && Object.hasOwn(json, key);
}

/** The keys of the object at the path, or none. */
export function keysAt(json: unknown, path: string): string[] {
  const value = at(json, path);
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

/** The value at the path in words, for evidence. */
export function shownAt(json: unknown, path: string): string {
  const value = at(json, path);
  return value === undefined ? "absent" : JSON.stringify(value);
}
