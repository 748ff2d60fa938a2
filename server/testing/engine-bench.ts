import { Inngest } from "inngest";
import type { InngestFunction } from "inngest";
import pg from "pg";
import type { EngineOptions } from "@/server/engine/engine-options";
import { startEngine } from "@/server/engine/start-engine";
import type { Engine } from "@/server/engine/start-engine";
import { embeddedClientOptions } from "@/server/lib/engine-port";
import { createLogger } from "@/server/lib/log";
import { createTestDatabase } from "./database";

const ignore = (): void => undefined;
const quiet = { info: ignore, warn: ignore, error: ignore, debug: ignore };

/** Makes a silent client on the embedded engine. */
export function createBenchClient() {
  return new Inngest({ id: "bench", logger: quiet, internalLogger: quiet, ...embeddedClientOptions() });
}

/** An engine on a database of its own, with a look inside. */
export type Bench = {
  client: ReturnType<typeof createBenchClient>;
  engine: Engine;
  url: string;
  /** Runs a statement on the engine's database, past the engine. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** The only run of a function, or of all of them. */
  onlyRun(functionId?: string): Promise<NonNullable<Awaited<ReturnType<Engine["getRun"]>>>>;
  stop(): Promise<void>;
};

type Make = (client: ReturnType<typeof createBenchClient>) => InngestFunction.Like[];

/** Starts an engine on a fresh database. */
export async function startBench(make: Make, options: Partial<EngineOptions> = {}): Promise<Bench> {
  const database = await createTestDatabase();
  const client = createBenchClient();
  const engine = await startEngine({
    client,
    functions: make(client),
    databaseUrl: database.url,
    log: createLogger("silent"),
    retryDelaysMs: [50],
    ...options,
  });
  const inside = new pg.Client({ connectionString: database.url });
  await inside.connect();
  return {
    client,
    engine,
    url: database.url,
    sql: async (text, values) => (await inside.query<Record<string, unknown>>(text, values)).rows,
    onlyRun: async (functionId) => {
      const runs = await engine.listRuns(functionId === undefined ? {} : { functionId });
      const detail = runs.length === 1 && runs[0] ? await engine.getRun(runs[0].id) : null;
      if (!detail) throw new Error(`There are ${runs.length} runs, not one.`);
      return detail;
    },
    stop: async () => {
      await engine.stop({ graceMs: 100 });
      await inside.end();
      await database.drop();
    },
  };
}
