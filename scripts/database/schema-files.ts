import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { ROOT } from "@/scripts/lib/paths";

/** One file of `prisma/schema`. */
export type SchemaFile = { path: string; content: string };

/** One folder of `prisma/migrations`. */
export type Migration = { name: string; sql: string };

const SCHEMA_FOLDER = path.join(ROOT, "prisma", "schema");

/** Where the migrations are. */
export const MIGRATIONS_FOLDER = path.join(ROOT, "prisma", "migrations");

/** The schema's files, in a fixed order. */
export function readSchema(folder = SCHEMA_FOLDER): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { path: file, content: readFileSync(file, "utf8") };
    });
}

/** The migrations, oldest first. */
export function readMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }));
}
