import "server-only";
import { database } from "../db/client";
import { env } from "../lib/env";
import { resealEverything } from "../use-cases/keys/reseal-everything";

/** What `npm run keys:rotate` does in a process of its own. Tells whether nothing is left under another key. */
export async function reseal(say: (line: string) => void): Promise<boolean> {
  const [first, ...others] = env().ENCRYPTION_KEYS ?? [];
  if (first === undefined) {
    say("ENCRYPTION_KEYS is not set; see .env.example.");
    return false;
  }
  const db = database();
  try {
    return await resealEverything({ db, keys: [first, ...others], say });
  } finally {
    await db.$disconnect();
  }
}
