import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import type { InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { startEngine } from "@/server/engine/start-engine";
import { embeddedClientOptions } from "@/server/lib/engine-port";
import { createLogger } from "@/server/lib/log";
import { readEnvironment } from "@/scripts/lib/environment";
import { until } from "@/scripts/lib/until";
import { createTestDatabase } from "./database";

/** Makes the client of one suite. A function of its own, so that its functions' handlers are typed by inference. */
function createClient(id: string, baseUrl: string | undefined) {
  const target: {
    isDev: boolean;
    baseUrl: string;
    eventKey?: string;
    signingKey?: string;
    fetch?: typeof fetch;
  } = baseUrl === undefined ? embeddedClientOptions() : { isDev: true, baseUrl };
  return new Inngest({ id, logger: quiet, internalLogger: quiet, ...target });
}

type Client = ReturnType<typeof createClient>;

/** Functions under test on whichever engine the environment names. */
export type Conformance = {
  client: Client;
  /** Sends one event and gives its id. Each suite has its own names: `<suite>/<event>`. */
  send(event: string, data?: Record<string, unknown>, rest?: { id?: string; ts?: number }): Promise<string[]>;
  stop(): Promise<void>;
};

type Define = (workshop: { client: Client }) => InngestFunction.Like[];

const quiet = { info: ignore, warn: ignore, error: ignore, debug: ignore };

function ignore(): void {
  // What functions log is not what is tested, and anything printed fails a test.
}

async function startEmbedded(
  client: Inngest,
  functions: InngestFunction.Like[],
): Promise<() => Promise<void>> {
  const database = await createTestDatabase();
  const engine = await startEngine({
    client,
    functions,
    databaseUrl: database.url,
    log: createLogger("silent"),
    retryDelaysMs: [100],
  });
  return async () => {
    await engine.stop({ graceMs: 1_000 });
    await database.drop();
  };
}

async function startReal(client: Client, functions: InngestFunction.Like[]): Promise<() => Promise<void>> {
  const server = createServer(serve({ client, functions }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = portOf(server.address());
  const answer = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
  if (!answer.ok) throw new Error(`The Inngest server did not take the functions: ${await answer.text()}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("The test server has no port.");
  return address;
}

/**
 * Starts functions on the embedded engine, or, when CONFORMANCE_INNGEST_URL is set, serves them over HTTP to the real
 * server there. Both are held to the same tests (docs/engine.md).
 */
export async function startConformance(define: Define): Promise<Conformance> {
  const { CONFORMANCE_INNGEST_URL: baseUrl } = readEnvironment();
  const suite = randomBytes(6).toString("hex");
  const client = createClient(`suite-${suite}`, baseUrl);
  const functions = define({ client });
  const stop = await (baseUrl === undefined ? startEmbedded : startReal)(client, functions);
  return {
    client,
    send: async (event, data = {}, rest = {}) => {
      const { ids } = await client.send({ name: event, data, ...rest });
      return ids;
    },
    stop,
  };
}

/** Long enough for a real server, whose retries take a second or two, and for a busy machine. */
const patienceMs = 60_000;

/** Waits for a condition, asking every few milliseconds; fails with what was awaited. */
export async function eventually(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const probe = async (): Promise<true | undefined> => ((await isTrue()) ? true : undefined);
  await until(probe, { withinMs: patienceMs, everyMs: 10, what });
}

/** What the functions of a suite did, in order, per subject (the events' `key`), so that tests do not mix. */
export class Recorder {
  private readonly entries: { key: string; what: string; atMs: number }[] = [];

  note(key: string, what: string): void {
    this.entries.push({ key, what, atMs: Date.now() });
  }

  of(key: string): string[] {
    return this.entries.filter((entry) => entry.key === key).map((entry) => entry.what);
  }

  /** When something was noted first, in milliseconds since 1970. */
  timeOf(key: string, what: string): number {
    const entry = this.entries.find((one) => one.key === key && one.what === what);
    if (!entry) throw new Error(`"${what}" was not noted for "${key}".`);
    return entry.atMs;
  }

  async has(key: string, what: string, times = 1): Promise<void> {
    await eventually(
      `"${what}" for "${key}" (${times} ×)`,
      () => this.of(key).filter((noted) => noted === what).length >= times,
    );
  }
}
