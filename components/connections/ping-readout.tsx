import type { Ping } from "@/server/contracts/connections";
import { formatCount } from "../lib/format-count";
import { CheckList } from "../truth/check-list";
import { MeaningBadge } from "../truth/meaning-badge";
import { RelativeTime } from "../ui/relative-time";

type Budget = NonNullable<Ping["budget"]>;

function leftOf(remaining: number | null, limit: number | null): string | null {
  if (remaining === null) return null;
  return limit === null ? formatCount(remaining) : `${formatCount(remaining)} of ${formatCount(limit)}`;
}

function factsOf({ who, account, host, tookMs, budget }: Ping): [name: string, value: string][] {
  const { windowRemaining, windowLimit, dailyRemaining, dailyLimit }: Budget = budget ?? {
    ...{ windowRemaining: null, windowLimit: null, dailyRemaining: null, dailyLimit: null },
  };
  const facts: [string, string | null][] = [
    ["Answered", who],
    ["Account", account],
    ["Host", host],
    ["Took", `${formatCount(tookMs)} ms`],
    ["Calls left now", leftOf(windowRemaining, windowLimit)],
    ["Budget left today", leftOf(dailyRemaining, dailyLimit)],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** What the real system said: who, how fast, with which rights, and what is left to spend. */
export function PingReadout({ ping }: { ping: Ping }) {
  const { isReached, problem, rights, at } = ping;
  return (
    <section aria-label="Answer" className="bg-sunken flex flex-col gap-2 rounded-md p-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <MeaningBadge
          meaning={isReached ? "in_step" : "failing"}
          word={isReached ? "Reached" : "Not reached"}
        />
        <span className="text-small text-ink-faint">
          <RelativeTime at={at} />
        </span>
      </p>
      {problem === null ? null : <p className="break-words">{problem}</p>}
      <dl className="text-small grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-4 gap-y-1">
        {factsOf(ping).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-faint">{name}</dt>
            <dd className="break-words" dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {rights.length === 0 ? null : <CheckList label="Rights" checks={rights} />}
    </section>
  );
}
