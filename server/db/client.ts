import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { AppError } from "../lib/errors";
import { env } from "../lib/env";
import { PrismaClient } from "./generated/client";

/** Sealed columns and password hashes leave a query only by asking. */
const hidden = {
  user: { passwordHash: true, sealedTotpSecret: true },
  mail: { sealedBody: true },
  heldInstall: { sealedCode: true },
  connection: { sealedAccessToken: true, sealedRefreshToken: true },
  callback: { sealedVerifier: true, sealedFormerVerifier: true },
} as const;

function createClient(connectionString: string, poolSize: number) {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: poolSize }),
    omit: hidden,
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
}

/** The database as repos receive it: the client itself or a transaction of it. */
export type Database = ReturnType<typeof createClient>;
export type Transaction = Parameters<Parameters<Database["$transaction"]>[0]>[0];
export type Db = Database | Transaction;

/** Opens a client of its own; the caller disconnects it. For tests and scripts. */
export function openDatabase(connectionString: string, poolSize = 5): Database {
  return createClient(connectionString, poolSize);
}

declare global {
  var mlConnectorDatabase: Database | undefined;
}

/** The process's database client; kept on `globalThis` because Next may load this module more than once. */
export function database(): Database {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env();
  if (DATABASE_URL === undefined) {
    throw new AppError("not_configured", { message: "DATABASE_URL is not set; start with `npm start`." });
  }
  globalThis.mlConnectorDatabase ??= createClient(DATABASE_URL, DATABASE_POOL_SIZE);
  return globalThis.mlConnectorDatabase;
}
