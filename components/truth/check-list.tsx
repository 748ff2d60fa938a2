import type { Check } from "@/server/contracts/connections";
import { meanings, type Meaning } from "./meaning";

const looks = {
  ok: { meaning: "in_step", word: "All right" },
  warning: { meaning: "attention", word: "Worth knowing" },
  problem: { meaning: "failing", word: "In the way" },
  unknown: { meaning: "waiting", word: "Not to be learnt" },
} as const satisfies Record<Check["status"], { meaning: Meaning; word: string }>;

function CheckRow({ check }: { check: Check }) {
  const { meaning, word } = looks[check.status];
  const Icon = meanings[meaning].icon;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2">
      <Icon aria-hidden className={`mt-0.5 size-4 ${meanings[meaning].ink}`} />
      <div className="min-w-0 break-words">
        <p>
          <span className="sr-only">{word}: </span>
          <span className="font-medium">{check.title}</span>
        </p>
        {check.detail === null ? null : <p className="text-small text-ink-soft">{check.detail}</p>}
        {check.fix === null ? null : <p className="text-small">{check.fix}</p>}
      </div>
    </li>
  );
}

/** What was looked at, how it stands, and what mends it. */
export function CheckList({ label, checks }: { label: string; checks: readonly Check[] }) {
  return (
    <ul aria-label={label} className="divide-y">
      {checks.map((check) => (
        <CheckRow key={check.id} check={check} />
      ))}
    </ul>
  );
}
