import path from "node:path";

import { Client } from "pg";

import { SetupError } from "@/scripts/lib/setup-error";
import { NO_FILTERS, withSchemaEngine } from "./schema-engine";
import {
  MIGRATIONS_FOLDER,
  readMigrations,
  readSchema,
  type Migration,
  type SchemaFile,
} from "./schema-files";

/** Any fixed number: the key of the advisory lock under which migrations run ("mlconn" in hex). */
const LOCK_KEY = 0x6d6c636f6e6e;

/** What to apply, and the schema that the result must agree with; the repository's own unless a test brings another. */
export type MigrationSource = { migrations: Migration[]; schema: SchemaFile[] };

function repositorySource(): MigrationSource {
  return { migrations: readMigrations(), schema: readSchema() };
}

function asMigrationList(migrations: Migration[]) {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: {
      path: path.join(MIGRATIONS_FOLDER, "migration_lock.toml"),
      content: 'provider = "postgresql"\n',
    },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}

async function underLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const { host, pathname } = new URL(url);
    throw new SetupError(
      `The database at ${host}${pathname} cannot be reached: start it, or correct DATABASE_URL.`,
      { cause },
    );
  }
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK_KEY})`);
    return await work();
  } finally {
    await client.end();
  }
}

/**
 * Brings a database up to the newest migration, in Prisma's own format, and returns the names of those just applied:
 * none on a second run. Processes that come at the same time wait for each other. Throws `SetupError` when the
 * database cannot be reached, an applied migration was edited, or one failed half-way.
 */
export async function migrate(url: string, source: MigrationSource = repositorySource()): Promise<string[]> {
  const migrationsList = asMigrationList(source.migrations);
  return underLock(url, () =>
    withSchemaEngine(url, source.schema, async (engine) => {
      const { editedMigrationNames: edited } = await engine.diagnoseMigrationHistory({
        migrationsList,
        filters: NO_FILTERS,
        optInToShadowDatabase: false,
      });
      if (edited.length > 0) {
        throw new SetupError(
          `Migration ${edited.join(", ")} was changed after it had been applied to this database: ` +
            "restore the file and write a new migration instead (npm run db:diff).",
        );
      }
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
      return appliedMigrationNames;
    }),
  );
}
