import "server-only";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

/** A column of sealed values: its table, and how its rows are told apart. Names as PostgreSQL has them. */
export type SealedPlace = {
  table: string;
  column: string;
  /** The primary key. */
  key: readonly [string, ...string[]];
  /** What else of the row decides where a value opens. */
  also: readonly string[];
};

/** A sealed value: the row's primary key, what else is known of the row, and the envelope itself. */
export type SealedValue = { key: string[]; also: string[]; envelope: string };

/** Names come from our own list alone, never from outside. */
function identifier(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}

function texts(columns: readonly string[]): Prisma.Sql {
  if (columns.length === 0) return Prisma.sql`ARRAY[]::text[]`;
  return Prisma.sql`ARRAY[${Prisma.join(columns.map((name) => Prisma.sql`${identifier(name)}::text`))}]`;
}

/** Rows that hold something, and how the key's id is read from it (`v1.<key id>.…`). */
function isHeld(column: string): Prisma.Sql {
  return Prisma.sql`${identifier(column)} IS NOT NULL AND ${identifier(column)} <> ''`;
}

function keyIdOf(column: string): Prisma.Sql {
  return Prisma.sql`split_part(${identifier(column)}, '.', 2)`;
}

/** Values that another key than `keyId` sealed, in the order of their rows, after the one whose primary key is `after`. */
export async function listSealedOtherwise(
  db: Db,
  place: SealedPlace,
  input: { keyId: string; after: readonly string[]; limit: number },
): Promise<SealedValue[]> {
  const { table, column, key, also } = place;
  return await db.$queryRaw<SealedValue[]>`
    SELECT ${texts(key)} AS "key", ${texts(also)} AS "also", ${identifier(column)} AS "envelope"
    FROM ${identifier(table)}
    WHERE ${isHeld(column)} AND ${keyIdOf(column)} <> ${input.keyId} AND ${texts(key)} > ${[...input.after]}::text[]
    ORDER BY 1 LIMIT ${input.limit}`;
}

/** Compare-and-set: puts `next` in the place of the envelope that was read. Tells whether it was still there. */
export async function replaceSealed(
  db: Db,
  place: SealedPlace,
  value: SealedValue,
  next: string,
): Promise<boolean> {
  const { table, column, key } = place;
  const count = await db.$executeRaw`
    UPDATE ${identifier(table)} SET ${identifier(column)} = ${next}
    WHERE ${texts(key)} = ${value.key}::text[] AND ${identifier(column)} = ${value.envelope}`;
  return count === 1;
}

/** How many values of a column each key has sealed. */
export async function countByKey(
  db: Db,
  { table, column }: SealedPlace,
): Promise<{ keyId: string; count: number }[]> {
  return await db.$queryRaw<{ keyId: string; count: number }[]>`
    SELECT ${keyIdOf(column)} AS "keyId", count(*)::int AS "count"
    FROM ${identifier(table)} WHERE ${isHeld(column)} GROUP BY 1 ORDER BY 1`;
}
