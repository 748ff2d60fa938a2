/** What came back as a body: JSON, nothing, or something that is not JSON (a web page, a torso). */
export type Body = { kind: "json"; json: unknown } | { kind: "empty" } | { kind: "unreadable" };

/** A page of 500 deals with 87 custom fields each stays far below this. */
const largestBodyBytes = 20 * 1024 * 1024;

/** Reads the whole body up to a cap. Broken connections reject; anything else is a `Body`. */
export async function readBody(response: Response, capBytes = largestBodyBytes): Promise<Body> {
  const text = await readText(response, capBytes);
  if (text === undefined) return { kind: "unreadable" };
  if (text.trim() === "") return { kind: "empty" };
  try {
    const json: unknown = JSON.parse(text);
    return { kind: "json", json };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: "unreadable" };
    throw error;
  }
}

async function readText(response: Response, capBytes: number): Promise<string | undefined> {
  if (response.body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = response.body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > capBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
