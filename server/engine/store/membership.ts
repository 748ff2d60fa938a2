import pg from "pg";
import { z } from "zod";
import type { Logger } from "@/server/lib/log";
import { wakeChannel } from "./wake-channel";

/** This process's place among those that share the database. */
export type Membership = {
  processId: string;
  /** Whether the connection that proves this process alive still stands. */
  isAlive(): boolean;
  /** Gives up the place at once; jobs still held go to others. */
  leave(): Promise<void>;
};

type Options = { url: string; log: Logger; onWake: () => void; onLost: () => void };

const idSchema = z.object({ id: z.string() });

/** The first key of the advisory lock that a living process holds; the second is its id. */
export const processLockClass = 7301;

/**
 * Registers this process on a connection of its own, which holds the advisory lock that proves it alive and listens
 * for work. When the process dies the connection closes and the lock is free in an instant, however it died.
 */
export async function joinProcesses(options: Options): Promise<Membership> {
  const client = new pg.Client({ connectionString: options.url, keepAlive: true });
  let processId = "";
  let state: "joining" | "alive" | "lost" | "leaving" = "joining";
  const lose = (error?: Error): void => {
    if (state !== "alive") return;
    state = "lost";
    options.log.warn({ err: error, processId }, "the engine lost its connection to the database");
    options.onLost();
  };
  client.on("error", lose);
  client.on("end", () => {
    lose();
  });
  client.on("notification", (message) => {
    if (message.channel === wakeChannel && message.payload !== processId) options.onWake();
  });
  await client.connect();
  try {
    // The row is seen by others only when the lock is held: they take a row without a lock for a dead process.
    await client.query("BEGIN");
    const inserted = await client.query(
      "INSERT INTO engine.process (started_at, seen_at) VALUES (now(), now()) RETURNING id",
    );
    processId = idSchema.parse(inserted.rows[0]).id;
    await client.query("SELECT pg_advisory_lock($1, $2)", [processLockClass, processId]);
    await client.query("COMMIT");
    await client.query(`LISTEN ${wakeChannel}`);
  } catch (error) {
    await client.end();
    throw error;
  }
  state = "alive";
  return {
    processId,
    isAlive: () => state === "alive",
    leave: async () => {
      state = "leaving";
      await client.end();
    },
  };
}
