import { plainRefusal } from "./errors";
import { findOperation } from "./operations/table";
import type { FoundOperation } from "./operations/table";
import type { Switches } from "./switches";

const LEGACY = /^\/api\/v1\/(deals|organizations|persons|pipelines|stages)(\/\d+)?$/;

/**
 * What the operations of v1 that are out of support lead to (facts §3.1): nothing, a 410, or for as long as they
 * still answer, the operation of v2 under the same name.
 */
export function legacyAnswer(switches: Switches, method: string, path: string): FoundOperation | undefined {
  if (switches.legacyV1 === "404-html" || !LEGACY.test(path)) return undefined;
  if (switches.legacyV1 === "410") throw plainRefusal(410, "This endpoint has been removed");
  return findOperation(method === "PUT" ? "PATCH" : method, path.replace("/v1/", "/v2/"));
}
