import type { ReactNode } from "react";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { RelativeTime } from "../ui/relative-time";
import { connectionLooks, vendorNames } from "./connection-look";
import { MeaningBadge } from "./meaning-badge";
import { SandboxMark } from "./sandbox-mark";

type VendorPanelProps = { connection: VendorConnectionDto; role: string; children?: ReactNode };

/** One vendor's connection: which account, through whom, since when, and how it stands. */
export function VendorPanel({ connection, role, children }: VendorPanelProps) {
  const name = vendorNames[connection.vendor];
  const look = connectionLooks[connection.status];
  return (
    <section aria-label={name} className="bg-surface flex min-w-0 flex-col gap-3 rounded-md border p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lead font-medium">
          {name} <span className="text-ink-faint text-body font-normal">{role}</span>
        </h2>
        <span className="flex flex-wrap gap-2">
          {connection.isSandbox ? <SandboxMark /> : null}
          <MeaningBadge meaning={look.meaning} word={look.word} />
        </span>
      </div>
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-faint">Account</dt>
        <dd className="truncate" dir="auto">
          {connection.accountName ?? "–"}
        </dd>
        <dt className="text-ink-faint">Granted by</dt>
        <dd className="truncate" dir="auto">
          {connection.userName ?? "–"}
        </dd>
        <dt className="text-ink-faint">Since</dt>
        <dd>{connection.connectedAt === null ? "–" : <RelativeTime at={connection.connectedAt} />}</dd>
      </dl>
      {children}
    </section>
  );
}
