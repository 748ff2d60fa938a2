import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { Client } from "pg";

/** PostgreSQL's one-byte type `"char"`, used by its own catalogue alone. */
const ONE_BYTE_CHAR = 18;

/** The query with its `"char"` columns as text, and their names; undefined when it has none. */
async function withoutChars(
  url: string,
  query: SqlQuery,
): Promise<{ query: SqlQuery; chars: Set<string> } | undefined> {
  const sql = query.sql.trim().replace(/;$/, "");
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { fields } = await client.query({ text: sql, values: query.args });
    const chars = new Set(
      fields.filter((field) => field.dataTypeID === ONE_BYTE_CHAR).map(({ name }) => name),
    );
    if (chars.size === 0) return undefined;
    const columns = fields.map(({ name }) => {
      const column = client.escapeIdentifier(name);
      return chars.has(name) ? `${column}::text AS ${column}` : column;
    });
    return { query: { ...query, sql: `SELECT ${columns.join(", ")} FROM (${sql}) AS catalogue` }, chars };
  } finally {
    await client.end();
  }
}

function markChars(result: SqlResultSet, chars: Set<string>): SqlResultSet {
  const columnTypes = result.columnTypes.map((type, index) =>
    chars.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}

/**
 * Runs a whole script as one message, which PostgreSQL carries out as one transaction: a crash in the middle leaves
 * nothing behind. A script of a single statement runs without one, as CREATE INDEX CONCURRENTLY needs.
 */
async function runScript(url: string, script: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}

function forMigrations(url: string, adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = async (query: SqlQuery): Promise<SqlResultSet> => {
    try {
      return await adapter.queryRaw(query);
    } catch (error) {
      const isUnreadable = isDriverAdapterError(error) && error.cause.kind === "UnsupportedNativeDataType";
      const readable = isUnreadable ? await withoutChars(url, query) : undefined;
      if (!readable) throw error;
      return markChars(await adapter.queryRaw(readable.query), readable.chars);
    }
  };
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw,
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: (script) => runScript(url, script),
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}

/**
 * Prisma's PostgreSQL adapter, made fit for the schema engine. By itself it cuts a script at every semicolon, also
 * those inside functions and comments, and runs the pieces without a transaction; and it refuses the type `"char"`,
 * which the engine's own description of a database selects.
 *
 * The engine never closes what it connects, and holds Prisma's advisory lock by it: call `dispose` when it is done.
 */
export function migrationAdapter(url: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  dispose: () => Promise<void>;
} {
  const prisma = new PrismaPg({ connectionString: url });
  const connected: SqlDriverAdapter[] = [];
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await prisma.connect();
    connected.push(adapter);
    return forMigrations(url, adapter);
  };
  const { provider, adapterName } = prisma;
  return {
    factory: { provider, adapterName, connect, connectToShadowDb: () => prisma.connectToShadowDb() },
    dispose: async () => {
      await Promise.all(connected.map((adapter) => adapter.dispose()));
    },
  };
}
