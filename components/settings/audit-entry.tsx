import type { AuditEntryDto } from "@/server/contracts/audit";
import { RelativeTime } from "../ui/relative-time";

type Change = AuditEntryDto["changes"][number];

/** A value before and after; what is new stands alone, what is gone became nothing. */
function ChangeLine({ change: { name, before, after } }: { change: Change }) {
  return (
    <li className="text-small grid grid-cols-[minmax(5rem,9rem)_minmax(0,1fr)] gap-x-4">
      <span className="text-ink-faint break-words">{name}</span>
      <span className="break-words">
        {before === null ? null : (
          <>
            <span className="text-ink-faint" dir="auto">
              {before}
            </span>
            <span aria-label="became" role="img" className="text-ink-faint mx-2">
              →
            </span>
          </>
        )}
        <span dir="auto">{after ?? "nothing"}</span>
      </span>
    </li>
  );
}

/** Who did what to whom, when and from where, and what it changed. */
export function AuditEntry({ entry }: { entry: AuditEntryDto }) {
  const { actorName, actorEmail, actionLabel, subject, changes, at, address, device } = entry;
  const origin = [actorEmail, device, address].filter((part) => part !== null).join(" · ");
  return (
    <li className="grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-[minmax(0,1fr)_7rem]">
      <p className="break-words">
        <span className="font-medium" dir="auto">
          {actorName}
        </span>{" "}
        {actionLabel} {subject === null ? null : <span dir="auto">{subject}</span>}
      </p>
      <span className="text-small text-ink-faint sm:text-right">
        <RelativeTime at={at} />
      </span>
      {changes.length === 0 ? null : (
        <ul aria-label="Changes" className="flex flex-col gap-1 sm:col-span-2">
          {changes.map((change) => (
            <ChangeLine key={change.name} change={change} />
          ))}
        </ul>
      )}
      {origin === "" ? null : <p className="text-small text-ink-faint break-words sm:col-span-2">{origin}</p>}
    </li>
  );
}
