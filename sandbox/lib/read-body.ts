import type { HonoRequest } from "hono";

/** Whatever has a body to read. */
interface Readable {
  text(): Promise<string>;
}

/** A body that is not JSON at all. */
export class MalformedJsonError extends Error {
  override readonly name = "MalformedJsonError";
}

/** Reads a JSON body; an empty body is an empty object. */
export async function readJson(request: Readable): Promise<unknown> {
  const text = await request.text();
  if (text.trim() === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch (cause) {
    throw new MalformedJsonError("The request body is not valid JSON.", { cause });
  }
}

/** Reads an OAuth request body: form-urlencoded, multipart or JSON, text values only. */
export async function readParameters(request: HonoRequest): Promise<Map<string, string>> {
  const type = request.header("content-type") ?? "";
  const raw: unknown = type.includes("json") ? await readJson(request) : await request.parseBody();
  const entries = Object.entries(typeof raw === "object" && raw !== null ? raw : {});
  return new Map(entries.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}
