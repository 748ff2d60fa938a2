import type { z } from "zod";
import { VendorError } from "../http/vendor-error";
import { callPipedrive } from "./call";
import type { PipedriveCallDeps } from "./call";
import type { PipedriveOperation } from "./costs";

/** 404 and 410, answered by the API itself: the object is not there. A web page with a 404 stays an error. */
function isAbsent(error: unknown): boolean {
  return error instanceof VendorError && (error.kind === "not_found" || error.kind === "gone");
}

/** One object by its address, or null when Pipedrive says there is none. */
export async function getOne<Schema extends z.ZodType>(
  deps: PipedriveCallDeps,
  operation: PipedriveOperation,
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  try {
    return (await callPipedrive(deps, { operation, method: "GET", path, schema })).data;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
