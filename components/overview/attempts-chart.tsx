import type { Overview } from "@/server/contracts/overview";
import { formatCount } from "../lib/format-count";

type Minutes = Overview["attemptsPerMinute"];

const height = 40;
const step = 5;

function sumOf(minutes: Minutes, key: "ok" | "failed"): number {
  return minutes.reduce((sum, minute) => sum + minute[key], 0);
}

/** What the picture says, in words. */
function describe(minutes: Minutes, most: number): string {
  const ok = formatCount(sumOf(minutes, "ok"));
  const failed = formatCount(sumOf(minutes, "failed"));
  return `Attempts per minute of the last hour: ${ok} went well, ${failed} failed, at most ${formatCount(most)} in one minute.`;
}

/** Attempts per minute of the last hour: a bar for each minute, its failed part red at the top. */
export function AttemptsChart({ minutes }: { minutes: Minutes }) {
  const most = Math.max(...minutes.map(({ ok, failed }) => ok + failed), 0);
  const scale = height / Math.max(most, 1);
  return (
    <figure>
      <svg
        viewBox={`0 0 ${String(minutes.length * step)} ${String(height + 1)}`}
        role="img"
        aria-label={describe(minutes, most)}
        preserveAspectRatio="none"
        className="h-12 w-full"
      >
        <line
          x1="0"
          x2={minutes.length * step}
          y1={height + 0.5}
          y2={height + 0.5}
          stroke="var(--line-strong)"
        />
        {minutes.map(({ ok, failed }, minute) => (
          <g key={minute}>
            <rect
              x={minute * step + 0.5}
              width={step - 1}
              y={height - ok * scale}
              height={ok * scale}
              fill="var(--in-step)"
            />
            <rect
              x={minute * step + 0.5}
              width={step - 1}
              y={height - (ok + failed) * scale}
              height={failed * scale}
              fill="var(--failing)"
            />
          </g>
        ))}
      </svg>
      <figcaption className="text-micro text-ink-faint mt-1 flex justify-between">
        <span>60 min ago</span>
        <span>{most === 0 ? "none in the last hour" : `at most ${formatCount(most)} a minute`}</span>
        <span>now</span>
      </figcaption>
    </figure>
  );
}
