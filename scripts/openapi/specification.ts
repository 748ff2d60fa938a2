import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { parse } from "yaml";
import { z } from "zod";

import { readEnvironment } from "../lib/environment";
import { ROOT } from "../lib/paths";
import type { Schema } from "./schema";
import { schemaShape } from "./schema";
import { toJsonSchema } from "./to-json-schema";

/** One query parameter. */
export interface Parameter {
  readonly name: string;
  readonly isRequired: boolean;
  readonly schema: Schema;
}

/** One operation of Pipedrive's OpenAPI files, its schemas as JSON Schema. */
export interface SpecifiedOperation {
  /** `GET /api/v2/deals/{id}`. */
  readonly id: string;
  readonly cost: number;
  readonly scopes: readonly string[];
  readonly query: readonly Parameter[];
  readonly body: Schema | null;
  /** By status. */
  readonly answers: ReadonlyMap<number, Schema>;
}

/** Pipedrive's API as its two OpenAPI files have it, by operation. */
export type Specification = ReadonlyMap<string, SpecifiedOperation>;

/** Where the files are looked for; they are Pipedrive's and stay out of the repository. */
export const SPECIFICATION_FOLDER =
  readEnvironment().PIPEDRIVE_OPENAPI_FOLDER ?? path.join(ROOT, "..", "shared", "facts");

const FILES = [
  { file: "pipedrive-openapi-v2.yaml", base: "/api/v2" },
  { file: "pipedrive-openapi-v1.yaml", base: "/api/v1" },
] as const;

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

const content = z.object({ content: z.record(z.string(), z.object({ schema: schemaShape.optional() })) });
const operationShape = z.object({
  "x-token-cost": z.number(),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z
    .array(
      z.object({
        in: z.string(),
        name: z.string(),
        required: z.boolean().default(false),
        schema: schemaShape,
      }),
    )
    .default([]),
  requestBody: content.optional(),
  responses: z.record(z.string(), z.union([content, z.object({})])),
});
const documentShape = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

function onlySchema(holder: z.output<typeof content> | object | undefined): Schema | null {
  const parsed = content.safeParse(holder).data;
  const schema = Object.values(parsed?.content ?? {})[0]?.schema;
  return schema === undefined ? null : toJsonSchema(schema);
}

function toOperation(id: string, raw: unknown): SpecifiedOperation {
  const operation = operationShape.parse(raw);
  const answers = Object.entries(operation.responses).flatMap(([status, response]) => {
    const schema = onlySchema(response);
    return schema === null ? [] : [[Number(status), schema] as const];
  });
  return {
    id,
    cost: operation["x-token-cost"],
    scopes: operation.security.flatMap((way) => way["oauth2"] ?? []),
    query: operation.parameters
      .filter((parameter) => parameter.in === "query")
      .map(({ name, required, schema }) => ({ name, isRequired: required, schema: toJsonSchema(schema) })),
    body: onlySchema(operation.requestBody),
    answers: new Map(answers),
  };
}

function readFile(file: string, base: string): SpecifiedOperation[] {
  const document = documentShape.parse(parse(readFileSync(path.join(SPECIFICATION_FOLDER, file), "utf8")));
  return Object.entries(document.paths).flatMap(([route, methods]) =>
    METHODS.filter((method) => methods[method] !== undefined).map((method) =>
      toOperation(`${method.toUpperCase()} ${base}${route}`, methods[method]),
    ),
  );
}

/** Both files read, or `null` when one of them is not there. Throws when a file is there and is not what it should be. */
export function readSpecification(): Specification | null {
  if (!FILES.every(({ file }) => existsSync(path.join(SPECIFICATION_FOLDER, file)))) return null;
  const operations = FILES.flatMap(({ file, base }) => readFile(file, base));
  return new Map(operations.map((operation) => [operation.id, operation]));
}
