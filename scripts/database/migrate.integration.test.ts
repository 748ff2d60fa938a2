import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { SetupError } from "@/scripts/lib/setup-error";
import { createEmptyTestDatabase, type TestDatabase } from "@/server/testing/database";
import { migrate, type MigrationSource } from "./migrate";

const first = { name: "20260101000000_first", sql: "-- one; two\nCREATE TABLE a (id int);" };
const second = {
  name: "20260102000000_second",
  sql: "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;\nCREATE TABLE b (id int);",
};
const broken = { name: "20260103000000_broken", sql: "CREATE TABLE c (id int); SELECT no_such_function();" };

function source(...migrations: MigrationSource["migrations"]): MigrationSource {
  return {
    migrations,
    schema: [{ path: "s.prisma", content: 'datasource db {\n  provider = "postgresql"\n}\n' }],
  };
}

describe("migrate", () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createEmptyTestDatabase();
  });
  afterEach(() => database.drop());

  async function read(sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it("applies what is new and nothing twice", async () => {
    expect(await migrate(database.url, source(first))).toEqual([first.name]);
    expect(await migrate(database.url, source(first, second))).toEqual([second.name]);
    expect(await migrate(database.url, source(first, second))).toEqual([]);
    expect(await read("SELECT f() AS value")).toEqual([{ value: 1 }]);
  });

  it("lets two processes come at once", async () => {
    const both = await Promise.all([
      migrate(database.url, source(first)),
      migrate(database.url, source(first)),
    ]);
    expect(both.flat()).toEqual([first.name]);
  });

  it("records them as Prisma's own command line does", async () => {
    await migrate(database.url, source(first));
    const rows = await read(
      'SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS finished, length(checksum) AS checksum FROM "_prisma_migrations"',
    );
    expect(rows).toEqual([
      { migration_name: first.name, applied_steps_count: 1, finished: true, checksum: 64 },
    ]);
  });

  it("leaves nothing of a migration that fails half-way", async () => {
    await expect(migrate(database.url, source(broken))).rejects.toThrow();
    expect(await read("SELECT to_regclass('c') AS c")).toEqual([{ c: null }]);
  });

  it("refuses a migration that was edited after it had been applied", async () => {
    await migrate(database.url, source(first));
    const edited = { ...first, sql: "CREATE TABLE other (id int);" };
    await expect(migrate(database.url, source(edited))).rejects.toThrow(SetupError);
  });

  it("says which database it could not reach, and not the password", async () => {
    const failure = migrate("postgresql://me:secret@127.0.0.1:1/nowhere", source(first));
    await expect(failure).rejects.toThrow("The database at 127.0.0.1:1/nowhere cannot be reached");
    await expect(failure).rejects.not.toThrow("secret");
  });
});
