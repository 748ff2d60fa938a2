import type { Overview } from "@/server/contracts/overview";
import { formatDuration } from "../lib/format-time";
import { Panel } from "../ui/panel";
import { AttemptsChart } from "./attempts-chart";

function Figure({ label, ms }: { label: string; ms: number | null }) {
  return (
    <div>
      <dt className="text-micro text-ink-faint">{label}</dt>
      <dd className="text-lead font-medium">{ms === null ? "–" : formatDuration(ms)}</dd>
    </div>
  );
}

/** How soon a change reaches Pipedrive, and how busy the last hour was. */
export function SpeedPanel({ overview }: { overview: Overview }) {
  return (
    <Panel title="From FreshBooks to Pipedrive">
      <dl className="mb-4 grid grid-cols-3 gap-4">
        <Figure label="Half within" ms={overview.latency.p50Ms} />
        <Figure label="95 % within" ms={overview.latency.p95Ms} />
        <Figure label="Oldest waiting" ms={overview.oldestWaitingMs} />
      </dl>
      <AttemptsChart minutes={overview.attemptsPerMinute} />
    </Panel>
  );
}
