import type { AttemptDto } from "@/server/contracts/sync";
import { cn } from "../lib/cn";
import { formatDuration } from "../lib/format-time";
import { meanings } from "../truth/meaning";
import { OutcomeBadge } from "../truth/outcome-badge";
import { originWords, outcomeLooks } from "../truth/outcome-look";
import { RelativeTime } from "../ui/relative-time";
import { WriteCard } from "./write-card";

function AttemptFacts({ attempt }: { attempt: AttemptDto }) {
  const tookMs =
    attempt.finishedAt === null ? null : attempt.finishedAt.getTime() - attempt.startedAt.getTime();
  return (
    <p className="text-small text-ink-faint flex flex-wrap gap-x-4">
      <span>
        {originWords[attempt.origin].word}
        {attempt.actorName === null ? null : ` by ${attempt.actorName}`}
      </span>
      <span>Mapping version {attempt.mappingVersion}</span>
      {tookMs === null ? null : <span>Took {formatDuration(tookMs)}</span>}
    </p>
  );
}

type AttemptEntryProps = {
  attempt: AttemptDto;
  /** It came while the page was open: shown arriving. */
  isNew: boolean;
};

/** One try at bringing the record up to date: what it wrote, or why it did not. */
export function AttemptEntry({ attempt, isNew }: AttemptEntryProps) {
  const { meaning } = outcomeLooks[attempt.outcome];
  return (
    <article
      aria-label={`Attempt ${String(attempt.number)}`}
      className={cn("rounded-md", isNew && "animate-arrive")}
    >
      <span
        aria-hidden
        className={cn(
          "ring-canvas absolute top-1.5 -left-[30px] size-3 rounded-full ring-4",
          meanings[meaning].fill,
        )}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex flex-wrap items-center gap-2 font-medium">
          Attempt {attempt.number}
          <OutcomeBadge outcome={attempt.outcome} />
        </h3>
        <span className="text-small text-ink-faint">
          <RelativeTime at={attempt.startedAt} />
        </span>
      </div>
      <AttemptFacts attempt={attempt} />
      {attempt.errorMessage === null ? null : (
        <p
          className={cn("mt-2 break-words", attempt.outcome === "failed" ? "text-failing" : "text-ink-soft")}
        >
          {attempt.errorMessage}
          {attempt.errorCode === null ? null : (
            <code className="text-small ml-2 font-mono">{attempt.errorCode}</code>
          )}
        </p>
      )}
      {attempt.skips
        .filter((skip) => skip !== attempt.errorMessage)
        .map((skip) => (
          <p key={skip} className="text-ink-soft mt-2">
            {skip}
          </p>
        ))}
      {attempt.writes.map((write) => (
        <WriteCard key={write.id} write={write} />
      ))}
    </article>
  );
}
