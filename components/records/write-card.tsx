import type { FieldChangeDto, WriteDto } from "@/server/contracts/sync";
import { formatDuration } from "../lib/format-time";
import type { Meaning } from "../truth/meaning";
import { MeaningBadge } from "../truth/meaning-badge";
import { CopyButton } from "../ui/copy-button";

const kindWords = {
  "organization.create": "Create organization",
  "organization.update": "Update organization",
  "deal.create": "Create deal",
  "deal.update": "Update deal",
} as const satisfies Record<WriteDto["kind"], string>;

const statusLooks = {
  planned: { meaning: "waiting", word: "Planned" },
  done: { meaning: "in_step", word: "Done" },
  adopted: { meaning: "in_step", word: "Found and adopted" },
  failed: { meaning: "failing", word: "Failed" },
} as const satisfies Record<WriteDto["status"], { meaning: Meaning; word: string }>;

function Change({ field }: { field: FieldChangeDto }) {
  return (
    <li className="grid gap-x-4 py-1.5 sm:grid-cols-[9rem_minmax(0,1fr)] lg:grid-cols-[11rem_minmax(0,2fr)_minmax(0,3fr)]">
      <span className="text-ink-faint">{field.label}</span>
      <p className="min-w-0 break-words">
        {field.before === null ? null : (
          <>
            <span className="sr-only">was </span>
            <del className="text-ink-faint" dir="auto">
              {field.before}
            </del>
            <span aria-hidden className="text-ink-faint">
              {" "}
              →{" "}
            </span>
            <span className="sr-only">, now </span>
          </>
        )}
        <span className="font-medium" dir="auto">
          {field.after ?? "empty"}
        </span>
      </p>
      <p className="text-ink-soft min-w-0 break-words sm:max-lg:col-start-2">{field.because}</p>
    </li>
  );
}

function WriteFacts({ write }: { write: WriteDto }) {
  return (
    <p className="text-ink-faint flex flex-wrap items-center gap-x-4">
      {write.vendorStatus === null ? null : <span>Pipedrive said {write.vendorStatus}</span>}
      {write.durationMs === null ? null : <span>{formatDuration(write.durationMs)}</span>}
      {write.tries > 1 ? <span>{write.tries} tries</span> : null}
      {write.requestId === null ? null : (
        <span className="flex min-w-0 items-center gap-1">
          Request <code className="font-mono break-all">{write.requestId}</code>
          <CopyButton text={write.requestId} label="Copy request id" />
        </span>
      )}
    </p>
  );
}

/** One write to Pipedrive: each field before and after, why, and how Pipedrive answered. */
export function WriteCard({ write }: { write: WriteDto }) {
  const look = statusLooks[write.status];
  return (
    <div className="text-small bg-surface mt-3 rounded-md border px-4 py-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">
          {kindWords[write.kind]}
          {write.pipedriveId === null ? null : <code className="ml-2 font-mono">{write.pipedriveId}</code>}
        </span>
        <MeaningBadge meaning={look.meaning} word={look.word} />
      </p>
      {write.error === null ? null : <p className="text-failing mt-1 break-words">{write.error}</p>}
      {write.note === null ? null : <p className="text-ink-soft mt-1 break-words">{write.note}</p>}
      <ul className="my-2 divide-y">
        {write.fields.map((field) => (
          <Change key={field.key} field={field} />
        ))}
      </ul>
      <WriteFacts write={write} />
    </div>
  );
}
