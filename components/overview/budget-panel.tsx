import type { BudgetDto } from "@/server/contracts/overview";
import { formatCount } from "../lib/format-count";
import { MeaningBadge } from "../truth/meaning-badge";
import { Panel } from "../ui/panel";
import { RelativeTime } from "../ui/relative-time";

type MeterProps = { label: string; used: number; limit: number };

function Meter({ label, used, limit }: MeterProps) {
  const share = limit === 0 ? 0 : Math.min(100, (used / limit) * 100);
  const text = `${formatCount(used)} of ${formatCount(limit)}`;
  return (
    <div>
      <p className="text-small mb-1 flex justify-between gap-4">
        <span className="text-ink-soft">{label}</span>
        <span>{text}</span>
      </p>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={text}
        className="bg-hover h-1.5 overflow-hidden rounded-full"
      >
        <div className="bg-accent h-full rounded-full" style={{ width: `${String(share)}%` }} />
      </div>
    </div>
  );
}

function DayMeter({ budget }: { budget: BudgetDto }) {
  const { dailyLimit, dailyRemaining } = budget;
  if (dailyLimit === null || dailyRemaining === null) {
    return <p className="text-small text-ink-faint">Pipedrive has not told us the day's limit yet.</p>;
  }
  return (
    <Meter label="Tokens spent today, by all apps" used={dailyLimit - dailyRemaining} limit={dailyLimit} />
  );
}

/** What Pipedrive lets us spend: in the short window, and in the day that we share with every other app. */
export function BudgetPanel({ budget }: { budget: BudgetDto | null }) {
  return (
    <Panel
      title="Pipedrive budget"
      aside={budget?.pausedUntil == null ? undefined : <MeaningBadge meaning="attention" word="Paused" />}
    >
      {budget === null ? (
        <p className="text-ink-soft">Known after the first call to Pipedrive.</p>
      ) : (
        <div className="flex flex-col gap-4">
          {budget.pausedUntil === null ? null : (
            <p>
              {budget.reason ?? "Pipedrive asked us to wait."} Work goes on{" "}
              <RelativeTime at={budget.pausedUntil} />; nothing is lost.
            </p>
          )}
          <Meter label="Calls in this 2-second window" used={budget.windowUsed} limit={budget.windowLimit} />
          <DayMeter budget={budget} />
        </div>
      )}
    </Panel>
  );
}
