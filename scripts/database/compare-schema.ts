import { NO_FILTERS, withSchemaEngine } from "./schema-engine";
import { readSchema, type SchemaFile } from "./schema-files";

const EMPTY_SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\n';

/**
 * The SQL that would turn the database at `url` into what the schema says; empty text when they agree. Looks at the
 * PostgreSQL schema `public` alone, and only at what Prisma can express: checks, policies and triggers are not
 * compared.
 */
export async function compareSchema(url: string, schema: SchemaFile[] = readSchema()): Promise<string> {
  return withSchemaEngine(url, schema, async (engine) => {
    const found = await engine.introspect({
      schema: { files: [{ path: "found.prisma", content: EMPTY_SCHEMA }] },
      baseDirectoryPath: "",
      force: true,
      compositeTypeDepth: 0,
      namespaces: null,
    });
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatamodel", files: found.schema.files },
      to: { tag: "schemaDatamodel", files: schema },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  });
}
