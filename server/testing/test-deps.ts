import { openDatabase } from "../db/client";
import type { Database } from "../db/client";
import type { OutgoingEvent } from "../jobs/events";
import type { Clock } from "../lib/clock";
import { parseEnv } from "../lib/env";
import { createLogger } from "../lib/log";
import { freshbooksFor, pipedriveFor } from "../use-cases/connections/vendor-clients";
import type { SyncDeps } from "../use-cases/sync/sync-deps";
import { createTestDatabase } from "./database";

/** A clock that a test moves. It begins at the real time, for vendors' tokens end by that. */
type TestClock = Clock & { advance: (ms: number) => void };

/** Dependencies on a database of the test's own. `sent` collects what would have gone to the engine. */
export type TestDeps = SyncDeps & {
  clock: TestClock;
  sent: OutgoingEvent[];
  close: () => Promise<void>;
};

function createTestClock(): TestClock {
  let aheadMs = 0;
  return {
    now: () => new Date(performance.timeOrigin + performance.now() + aheadMs),
    advance: (ms) => {
      aheadMs += ms;
    },
  };
}

function environment(overrides: Record<string, string>) {
  return parseEnv({
    NODE_ENV: "test",
    APP_URL: "http://127.0.0.1:1",
    NEXTAUTH_SECRET: "a secret that only tests know, long enough",
    ENCRYPTION_KEYS: `test:${"0123456789abcdef".repeat(4)}`,
    FRESHBOOKS_CLIENT_ID: "sandbox-freshbooks",
    FRESHBOOKS_CLIENT_SECRET: "sandbox-freshbooks-secret",
    PIPEDRIVE_CLIENT_ID: "sandbox-pipedrive",
    PIPEDRIVE_CLIENT_SECRET: "sandbox-pipedrive-secret",
    ...overrides,
  });
}

/** Everything a use case needs, for real: a fresh PostgreSQL database, the vendors' clients, a silent log. */
export async function createTestDeps(overrides: Record<string, string> = {}): Promise<TestDeps> {
  const database = await createTestDatabase();
  const db: Database = openDatabase(database.url, 8);
  const sent: OutgoingEvent[] = [];
  const base = { db, clock: createTestClock(), log: createLogger("silent"), env: environment(overrides) };
  return {
    ...base,
    freshbooks: (tenant) => freshbooksFor(base, tenant),
    pipedrive: (tenant) => pipedriveFor(base, tenant),
    send: (events) => {
      sent.push(...events);
      return Promise.resolve();
    },
    sent,
    close: async () => {
      await db.$disconnect();
      await database.drop();
    },
  };
}

/** What `createTestDeps` needs to talk to the stand-ins. */
export function sandboxEnv(sandbox: {
  freshbooks: { url: string };
  pipedrive: { url: string };
}): Record<string, string> {
  return {
    FRESHBOOKS_API_URL: sandbox.freshbooks.url,
    FRESHBOOKS_AUTH_URL: sandbox.freshbooks.url,
    PIPEDRIVE_OAUTH_URL: sandbox.pipedrive.url,
    PIPEDRIVE_ALLOWED_HOSTS: new URL(sandbox.pipedrive.url).host,
  };
}
