/** One call, ready to be made. */
export interface PreparedCall {
  /** With its ids filled in. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What came back; `body` is undefined when it is not JSON. */
export interface CallAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The stand-in as a plain caller with an administrator's API token sees it. */
export interface PipedriveApi {
  readonly call: (method: string, call: PreparedCall, token?: string | null) => Promise<CallAnswer>;
  /** Makes the call, and gives what stands at `data.<key>`; throws when it was refused. */
  readonly make: (path: string, body: object, key?: string) => Promise<string>;
  readonly advanceClock: (ms: number) => void;
}

function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return undefined;
  }
}

/** Reads a value deep in a JSON body. */
export function at(body: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return new Map(Object.entries(value)).get(String(key));
  }, body);
}

/** A caller at this address. */
export function pipedriveApi(
  url: string,
  apiToken: string,
  advanceClock: (ms: number) => void,
): PipedriveApi {
  async function call(method: string, { path, query, body }: PreparedCall, token: string | null = apiToken) {
    const asked = query === undefined ? "" : `?${new URLSearchParams(query).toString()}`;
    const answer = await fetch(`${url}${path}${asked}`, {
      method,
      headers: { ...(token !== null && { "x-api-token": token }), "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: parsed(await answer.text()) };
  }

  return {
    call,
    advanceClock,
    async make(path, body, key = "id") {
      const answer = await call("POST", { path, body });
      const made = at(answer.body, "data", key);
      if (typeof made === "number" || typeof made === "string") return String(made);
      throw new Error(`POST ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    },
  };
}
