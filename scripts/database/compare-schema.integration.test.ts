import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestDatabase, type TestDatabase } from "@/server/testing/database";
import { compareSchema } from "./compare-schema";
import { readSchema } from "./schema-files";

describe("the migrations and prisma/schema", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("agree: nothing is left to migrate after the last migration", async () => {
    expect(await compareSchema(database.url)).toBe("");
  });

  it("disagree as soon as the schema says more", async () => {
    const extra = { path: "extra.prisma", content: "model Unmigrated {\n  id String @id\n}\n" };
    expect(await compareSchema(database.url, [...readSchema(), extra])).toContain(
      'CREATE TABLE "Unmigrated"',
    );
  });

  it("disagree as soon as the schema says less", async () => {
    const only = {
      path: "only.prisma",
      content: 'datasource db {\n  provider = "postgresql"\n}\nmodel Only {\n  id String @id\n}\n',
    };
    expect(await compareSchema(database.url, [only])).toContain("DROP TABLE");
  });
});
