import { readFile } from "node:fs/promises";

import { scriptSchema } from "./script-schema";
import type { Script } from "./script-schema";

/** A script file cannot be used; the message is one line that says which file and why. */
export class ScriptFileError extends Error {
  override readonly name = "ScriptFileError";

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`The script ${file} cannot be used: ${reason}`, options);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
    throw new ScriptFileError(file, `it cannot be read (${code}).`, { cause });
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replaceAll(/\s+/g, " ") : "unknown error";
    throw new ScriptFileError(file, `it is not JSON (${reason}).`, { cause });
  }
}

/** Reads and checks a script file. Throws a {@link ScriptFileError}. */
export async function readScriptFile(file: string): Promise<Script> {
  const parsed = scriptSchema.safeParse(parseJson(file, await readText(file)));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.join(".") || "the whole"}: ${message}`,
  );
  throw new ScriptFileError(file, `${faults.join("; ")}.`, { cause: parsed.error });
}
