/** An HTTP answer as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON, or undefined when the body is something else. */
  readonly body: unknown;
}

function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return undefined;
  }
}

/** Makes one call without following redirects. */
export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

/** Reads a value deep in a JSON body, such as `response.result.client.id`. */
export function at(body: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return new Map(Object.entries(value)).get(key);
  }, body);
}

export function numberAt(body: unknown, path: string): number {
  const value = at(body, path);
  if (typeof value !== "number") throw new TypeError(`${path} is not a number in ${JSON.stringify(body)}`);
  return value;
}

export function textAt(body: unknown, path: string): string {
  const value = at(body, path);
  if (typeof value !== "string") throw new TypeError(`${path} is not a text in ${JSON.stringify(body)}`);
  return value;
}

export function listAt(body: unknown, path: string): readonly unknown[] {
  const value = at(body, path);
  if (!Array.isArray(value)) throw new TypeError(`${path} is not a list in ${JSON.stringify(body)}`);
  return value;
}

type Method = (path: string, body?: unknown) => Promise<Answer>;

/** A small JSON client for one base address and set of headers. */
export interface Api {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: Method;
  readonly put: Method;
  readonly patch: Method;
  readonly del: Method;
}

export function api(base: string, headers: Readonly<Record<string, string>> = {}): Api {
  const send =
    (method: string): Method =>
    (path, body) =>
      call(`${base}${path}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  return {
    get: send("GET"),
    post: send("POST"),
    put: send("PUT"),
    patch: send("PATCH"),
    del: send("DELETE"),
  };
}
