/** A value that came out of JSON text; never trusted to have a shape. */
export type Json = unknown;

/** A JSON object, its members unknown. */
export type JsonObject = Record<string, Json>;

/** Whether a value is a JSON object (not null, not an array). */
export function isJsonObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON text of a value for a database column; what JSON cannot hold becomes null, as it does in a step's result. */
export function toJsonText(value: Json): string {
  const text: unknown = JSON.stringify(value);
  return typeof text === "string" ? text : "null";
}
