import { randomBytes } from "node:crypto";

import { Client } from "pg";
import type { TestProject } from "vitest/node";

import { migrate } from "@/scripts/database/migrate";
import { openEphemeralDatabase } from "@/scripts/database/open-database";
import { readEnvironment } from "@/scripts/lib/environment";
import { SetupError } from "@/scripts/lib/setup-error";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server that test databases are made on; its user may create databases. */
    testDatabaseServerUrl: string;
    /** The migrated database that test databases are copied from. */
    testDatabaseTemplate: string;
  }
}

const LOCAL_HOSTS = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Throws unless the address is on this machine: tests create and drop databases. */
export function refuseRemoteServer(url: string): void {
  const { hostname } = new URL(url);
  if (LOCAL_HOSTS.has(hostname)) return;
  throw new SetupError(
    `TEST_DATABASE_SERVER_URL names ${hostname}: tests run against a server on this machine alone.`,
  );
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Starts the run's PostgreSQL (or takes the one in TEST_DATABASE_SERVER_URL) and migrates one template database, from
 * which every test file copies its own. Vitest calls this once per run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = readEnvironment().TEST_DATABASE_SERVER_URL;
  if (given !== undefined) refuseRemoteServer(given);
  const server = given === undefined ? await openEphemeralDatabase() : undefined;
  const url = server?.url ?? given ?? "";
  const template = `template_${randomBytes(8).toString("hex")}`;
  await execute(url, `CREATE DATABASE ${template} TEMPLATE template0`);
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href);
  project.provide("testDatabaseServerUrl", url);
  project.provide("testDatabaseTemplate", template);
  return async () => {
    await execute(url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server?.release();
  };
}
