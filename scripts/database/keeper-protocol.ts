import { z } from "zod";

/** How to reach a running server and its keeper; kept in the state folder while they run, readable by us alone. */
export const serverSchema = z.object({
  /** PostgreSQL's port on 127.0.0.1. */
  port: z.number(),
  /** The keeper's port on 127.0.0.1; whoever holds a connection to it keeps the server running. */
  keeperPort: z.number(),
  /** Proves to a caller that it reached this keeper, not a stranger on a reused port. */
  token: z.string(),
});

/** See `serverSchema`. */
export type RunningServer = z.output<typeof serverSchema>;

/** What lasts: the port of last time and the password. */
export const identitySchema = z.object({ port: z.number().optional(), password: z.string() });

/** The first and only line a keeper prints: that it is ready, or the one sentence why not. */
export const reportSchema = z.union([serverSchema, z.object({ failure: z.string() })]);

/** Files in the state folder. */
export const FILES = {
  place: "place.json",
  server: "server.json",
  identity: "identity.json",
  lock: "lock",
} as const;

/** The database inside the server that is ours. */
export const DATABASE = "ml_connector";

/** The address of a database on the server. */
export function databaseUrl(port: number, password: string, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}
