import Link from "next/link";
import type { Overview } from "@/server/contracts/overview";
import type { Health } from "@/server/contracts/sync";
import { cn } from "../lib/cn";
import { countOf, formatCount } from "../lib/format-count";
import { healths, meanings } from "../truth/meaning";

const explanations = {
  in_step: "Pipedrive shows what FreshBooks says.",
  waiting: "Seen, and on the way.",
  excluded: "Left out on purpose, with the reason.",
  failing: "Tried, and refused or unreachable.",
} as const satisfies Record<Health, string>;

function ListCell({ slug, health, count }: { slug: string; health: Health; count: number }) {
  const look = meanings[health];
  const Icon = look.icon;
  return (
    <li className="bg-surface hover:bg-hover relative p-4 transition-colors duration-150">
      <Link
        href={`/${slug}/records?health=${health}`}
        className={cn(
          "text-small flex items-center gap-2 font-medium after:absolute after:inset-0",
          look.ink,
        )}
      >
        <Icon aria-hidden className="size-4" />
        {look.word}
      </Link>
      <p className="text-display mt-1 font-semibold tracking-tight">{formatCount(count)}</p>
      <p className="text-small text-ink-faint">{explanations[health]}</p>
    </li>
  );
}

/** The four lists that add up to everything; each leads to its records. */
export function FourLists({ slug, counts }: { slug: string; counts: Overview["counts"] }) {
  const all = healths.reduce((sum, health) => sum + counts[health], 0);
  return (
    <section aria-label="Records by health">
      <ul className="bg-line grid grid-cols-2 gap-px overflow-hidden rounded-md border lg:grid-cols-4">
        {healths.map((health) => (
          <ListCell key={health} slug={slug} health={health} count={counts[health]} />
        ))}
      </ul>
      <div aria-hidden className="mt-2 flex h-1.5 gap-0.5 overflow-hidden rounded-full">
        {healths
          .filter((health) => counts[health] > 0)
          .map((health) => (
            <span
              key={health}
              className={cn("min-w-1.5 transition-[flex-grow] duration-180 ease-out", meanings[health].fill)}
              style={{ flexGrow: counts[health], flexBasis: 0 }}
            />
          ))}
      </div>
      <p className="text-small text-ink-faint mt-2">
        {healths.map((health) => formatCount(counts[health])).join(" + ")} ={" "}
        <Link href={`/${slug}/records`} className="text-ink-soft underline underline-offset-4">
          {countOf(all, "record")}
        </Link>
        , everything FreshBooks has told us of.
      </p>
    </section>
  );
}
