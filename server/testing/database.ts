import { randomBytes } from "node:crypto";

import { Client } from "pg";
import { inject } from "vitest";

/** A database of the test's own, on the test run's server. */
export type TestDatabase = {
  /** Its address, for `pg`, Prisma and child processes. */
  url: string;
  /** Removes it, and cuts whoever is still connected. */
  drop: () => Promise<void>;
};

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject("testDatabaseServerUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function create(suffix: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name} ${suffix}`);
  const url = new URL(inject("testDatabaseServerUrl"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** A fresh database with every migration applied and no rows. Drop it when the test file ends. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(`TEMPLATE ${inject("testDatabaseTemplate")}`);
}

/** A fresh database with nothing in it, for tests of the migrations themselves. */
export function createEmptyTestDatabase(): Promise<TestDatabase> {
  return create("TEMPLATE template0");
}
