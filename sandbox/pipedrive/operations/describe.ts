import { z } from "zod";

import { noBody, noQuery } from "./operation";
import { OPERATIONS } from "./table";

/** One operation as the control API shows it, so that it can be held against the vendor's own description. */
export interface OperationView {
  readonly method: string;
  readonly path: string;
  readonly version: "v1" | "v2";
  readonly cost: number;
  readonly scopes: readonly string[];
  /** JSON Schemas of what callers send; null: nothing is taken. */
  readonly query: object | null;
  readonly body: object | null;
}

function jsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: "input" });
}

/** All operations, their schemas made from the very ones that calls are parsed with. */
export function describeOperations(): OperationView[] {
  return OPERATIONS.map(({ method, path, cost, scopes, query, body }) => ({
    method,
    path,
    version: path.startsWith("/api/v1/") ? "v1" : "v2",
    cost,
    scopes,
    query: query === noQuery ? null : jsonSchema(query),
    body: body === noBody ? null : jsonSchema(body),
  }));
}
