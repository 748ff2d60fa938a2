/** An error as a person reads it. `requestId` finds it in the server's log; null when it never got there. */
export type Problem = { sentence: string; requestId: string | null; code: string | null };

const unreachable = "The server did not answer. Check your connection and try again.";

function textAt(data: unknown, key: string): string | null {
  if (typeof data !== "object" || data === null || !(key in data)) return null;
  const value: unknown = Object.entries(data).find(([name]) => name === key)?.[1];
  return typeof value === "string" && value !== "" ? value : null;
}

/**
 * Reads what our API says about a failure (`data.userMessage`, `data.requestId`, `data.code`). Anything without
 * that shape did not come from the API: the request never arrived, or was cut off.
 */
export function problemOf(error: unknown): Problem {
  const data: unknown = typeof error === "object" && error !== null && "data" in error ? error.data : null;
  return {
    sentence: textAt(data, "userMessage") ?? unreachable,
    requestId: textAt(data, "requestId"),
    code: textAt(data, "code"),
  };
}
