import "server-only";
import { env, EnvError, type Env } from "../lib/env";

/** Everything that the server cannot start without, or a sentence that says what is wrong with its environment. */
export type Settings = { databaseUrl: string } | { problem: string };

/** Reads the environment as the server needs it to start. */
export function readSettings(read: () => Env = env): Settings {
  try {
    const { DATABASE_URL, ENCRYPTION_KEYS, NEXTAUTH_SECRET } = read();
    const missing = Object.entries({ DATABASE_URL, ENCRYPTION_KEYS, NEXTAUTH_SECRET })
      .filter(([, value]) => value === undefined)
      .map(([name]) => name);
    if (DATABASE_URL !== undefined && missing.length === 0) return { databaseUrl: DATABASE_URL };
    return { problem: `Not set: ${missing.join(", ")}. Start with \`npm start\`, or see .env.example.` };
  } catch (error) {
    if (error instanceof EnvError) return { problem: error.message };
    throw error;
  }
}
