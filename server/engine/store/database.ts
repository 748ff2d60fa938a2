import pg from "pg";
import type { z } from "zod";
import { hashKey } from "../pure/hash-key";
import type { Logger } from "@/server/lib/log";

/** Something that runs statements: the pool, or one transaction. */
export type Session = {
  /** Runs a statement and parses each row. */
  rows<T>(schema: z.ZodType<T>, sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** Runs a statement and gives the number of rows it touched. */
  run(sql: string, values?: readonly unknown[]): Promise<number>;
};

/** The engine's connections to PostgreSQL. */
export type Database = Session & {
  /** Runs `work` in one transaction; it is run again when PostgreSQL broke a deadlock by ending it. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Options of `openDatabase`. `beforeStatement` is told each statement before it is sent; tests stop there. */
export type DatabaseOptions = {
  url: string;
  connections: number;
  log: Logger;
  beforeStatement?: ((sql: string) => void) | undefined;
};

const deadlock = "40P01";
const serializationFailure = "40001";
const transactionTries = 5;

function isCollision(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError && (error.code === deadlock || error.code === serializationFailure)
  );
}

/** Whether PostgreSQL refused a value for what it is, so that trying again is no use. */
export function isUnstorable(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^(?:22|54)/.test(error.code ?? "");
}

type Queryable = Pick<pg.ClientBase, "query"> | Pick<pg.Pool, "query">;

function session(queryable: Queryable, before: (sql: string) => void, names: Map<string, string>): Session {
  const send = async (sql: string, values: readonly unknown[] = []): Promise<pg.QueryResult> => {
    before(sql);
    // A named statement is parsed and planned once per connection; all of the engine's texts are fixed.
    const name = names.get(sql) ?? `engine_${hashKey(sql)}`;
    names.set(sql, name);
    return queryable.query({ name, text: sql, values: [...values] });
  };
  return {
    rows: async (schema, sql, values) =>
      (await send(sql, values)).rows.map((row: unknown) => schema.parse(row)),
    run: async (sql, values) => (await send(sql, values)).rowCount ?? 0,
  };
}

/** Opens the engine's own small pool. Connections that break while idle are logged and replaced. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({ connectionString: options.url, max: options.connections });
  pool.on("error", (error) => {
    options.log.warn({ err: error }, "an idle database connection of the engine broke; it is replaced");
  });
  const names = new Map<string, string>();
  const before = options.beforeStatement ?? ((): void => undefined);

  const once = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = true;
    try {
      before("BEGIN");
      await client.query("BEGIN");
      const result = await work(session(client, before, names));
      before("COMMIT");
      await client.query("COMMIT");
      broken = false;
      return result;
    } catch (error) {
      broken = !(await rolledBack(client));
      throw error;
    } finally {
      client.release(broken);
    }
  };

  return {
    ...session(pool, before, names),
    transaction: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (attempt >= transactionTries || !isCollision(error)) throw error;
        }
      }
    },
    close: () => pool.end(),
  };
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    return true;
  } catch {
    // The connection itself is gone, and the transaction with it; the error of the work is the one that counts.
    return false;
  }
}
