import type { SyncEventDto } from "@/server/contracts/sync";
import { originSentence, originWords } from "../truth/outcome-look";
import { RelativeTime } from "../ui/relative-time";

const statusWords = {
  received: "Waits for its turn.",
  handed: "Waits for its turn.",
  done: null,
  ignored: "Nothing to do.",
  failed: "Could not be worked on.",
} as const satisfies Record<SyncEventDto["status"], string | null>;

/** Something that was said about the record. */
export function EventEntry({ event }: { event: SyncEventDto }) {
  const { word } = originWords[event.origin];
  const after = event.detail ?? statusWords[event.status];
  return (
    <div>
      <span
        aria-hidden
        className="bg-surface border-line-strong absolute top-1.5 -left-[29px] size-2.5 rounded-full border-2"
      />
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          <span className="font-medium">{word}</span>{" "}
          <code className="text-small text-ink-faint font-mono">{event.name}</code>
        </span>
        <span className="text-small text-ink-faint">
          <RelativeTime at={event.receivedAt} />
        </span>
      </p>
      <p className="text-small text-ink-soft">
        {originSentence(event.origin, event.actorName)} {after}
      </p>
    </div>
  );
}
