import "server-only";
import { timingSafeEqual } from "node:crypto";
import { database } from "../db/client";
import { countForMetrics } from "../db/repos/health";
import { addMs, systemClock } from "../lib/clock";
import { env } from "../lib/env";
import { engineHolder } from "./engine-holder";
import { readHealth } from "./read-health";

const hourMs = 3_600_000;

/** Whether a scraper may read: it must bear `METRICS_TOKEN`; without one nobody may. */
export function mayReadMetrics(authorization: string | null): boolean {
  const { METRICS_TOKEN } = env();
  if (METRICS_TOKEN === undefined) return false;
  const given = Buffer.from(authorization ?? "");
  const wanted = Buffer.from(`Bearer ${METRICS_TOKEN}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const labels = { records: "health", open_events: "status", attempts_last_hour: "outcome" } as const;

function labelOf(name: string): string {
  return Object.entries(labels).find(([key]) => key === name)?.[1] ?? "kind";
}

/** The operator's figures as Prometheus text (exposition format 0.0.4). */
export async function renderMetrics(): Promise<string> {
  const since = addMs(systemClock.now(), -hourMs);
  const [health, counts, engine] = await Promise.all([
    readHealth(),
    countForMetrics(database(), since),
    engineHolder.get()?.health(),
  ]);
  const gauges = [
    ["up", health.ok ? 1 : 0],
    ["oldest_event_seconds", (health.oldestEventMs ?? 0) / 1_000],
    ["engine_running", engine?.running ?? 0],
    ["engine_queued", engine?.queued ?? 0],
  ] as const;
  const names = new Set(counts.map(({ name }) => name));
  const counted = [...names].flatMap((name) => [
    `# TYPE ml_connector_${name} gauge`,
    ...counts
      .filter((row) => row.name === name)
      .map((row) => `ml_connector_${name}{${labelOf(name)}="${row.label}"} ${String(row.count)}`),
  ]);
  const simple = gauges.flatMap(([name, value]) => [
    `# TYPE ml_connector_${name} gauge`,
    `ml_connector_${name} ${String(value)}`,
  ]);
  return [...simple, ...counted, ""].join("\n");
}
