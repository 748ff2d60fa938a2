import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { z } from "zod";

import { migrationAdapter } from "./migration-adapter";
import type { SchemaFile } from "./schema-files";

/** Prisma's own migration engine, working on one database. */
export type SchemaEngine = glue.SchemaEngine;

/** No table of a schema that Prisma manages is left out of a comparison. */
export const NO_FILTERS: glue.SchemaFilter = { externalTables: [], externalEnums: [] };

const startSchema = z.object({ __wbindgen_start: z.function({ input: [], output: z.void() }) });

/** The engine's own fault, as opposed to an error it reports; the message is its own. */
export class SchemaEnginePanic extends Error {
  override readonly name = "SchemaEnginePanic";
}

declare global {
  var PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => void } | undefined;
}

let loading: Promise<void> | undefined;

/**
 * Loads the WebAssembly by hand: Node does not import `.wasm` files as modules, which the package's own entry expects,
 * and Prisma's command line would download a native program instead.
 */
async function load(): Promise<void> {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      throw new SchemaEnginePanic(message);
    },
  };
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const file = path.join(path.dirname(entry), "schema_engine_bg.wasm");
  const module = await WebAssembly.compile(new Uint8Array(await readFile(file)));
  const needs = WebAssembly.Module.imports(module).map((entry) => entry.module);
  const imports: WebAssembly.Imports = Object.fromEntries(
    needs.map((name) => [name, { ...functionsOf(glue) }]),
  );
  const { exports } = await WebAssembly.instantiate(module, imports);
  glue.__wbg_set_wasm(exports);
  startSchema.parse(exports).__wbindgen_start();
}

function functionsOf(module: object): WebAssembly.ModuleImports {
  return Object.fromEntries(
    Object.entries(module).filter(
      (entry): entry is [string, WebAssembly.ImportValue] => typeof entry[1] === "function",
    ),
  );
}

/** Runs `work` with an engine on the database at `url`, and lets the connection go afterwards. */
export async function withSchemaEngine<T>(
  url: string,
  schema: SchemaFile[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= load();
  await loading;
  const adapter = migrationAdapter(url);
  const datamodels = schema.map((file): [string, string] => [file.path, file.content]);
  const bound = bindMigrationAwareSqlAdapterFactory(adapter.factory);
  try {
    const engine = await glue.SchemaEngine.new({ datamodels }, () => undefined, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await adapter.dispose();
  }
}
