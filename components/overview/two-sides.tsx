import Link from "next/link";
import type { ReactNode } from "react";
import type { Overview, VendorConnectionDto } from "@/server/contracts/overview";
import type { Health } from "@/server/contracts/sync";
import { countOf } from "../lib/format-count";
import { connectionLooks, connectionOf, vendorNames } from "../truth/connection-look";
import { MeaningBadge } from "../truth/meaning-badge";
import { TruthLine } from "../truth/truth-line";
import { RelativeTime } from "../ui/relative-time";

const lines = {
  setup: "excluded",
  in_step: "in_step",
  working: "waiting",
  attention: "waiting",
  failing: "failing",
} as const satisfies Record<Overview["verdict"], Health>;

type SideProps = { slug: string; connection: VendorConnectionDto; role: string; children: ReactNode };

function Side({ slug, connection, role, children }: SideProps) {
  const look = connectionLooks[connection.status];
  return (
    <div className="bg-surface flex min-w-0 flex-col gap-3 rounded-md border p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium">
          {vendorNames[connection.vendor]} <span className="text-ink-faint font-normal">{role}</span>
        </h2>
        <Link href={`/${slug}/connections`} className="rounded-md">
          <MeaningBadge meaning={look.meaning} word={look.word} />
        </Link>
      </div>
      <p className="truncate" dir="auto">
        {connection.accountName ?? "No account yet"}
      </p>
      <div className="text-small text-ink-soft flex flex-wrap gap-x-4 gap-y-1">{children}</div>
    </div>
  );
}

function LastTime({ what, at, never }: { what: string; at: Date | null; never: string }) {
  if (at === null) return <span>{never}</span>;
  return (
    <span>
      {what} <RelativeTime at={at} />
    </span>
  );
}

/** The picture of the product at the size of a workspace: the ledger, the pipeline, and the line between. */
export function TwoSides({ slug, overview }: { slug: string; overview: Overview }) {
  const verified = overview.callbacks.filter(({ status }) => status === "verified").length;
  return (
    <section
      aria-label="Both sides"
      className="grid items-stretch gap-2 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] sm:gap-0"
    >
      <Side slug={slug} connection={connectionOf(overview.connections, "freshbooks")} role="ledger">
        <span>{countOf(overview.clients, "client")}</span>
        <span>{countOf(overview.invoices, "invoice")}</span>
        {overview.callbacks.length === 0 ? null : (
          <span>
            {String(verified)} of {countOf(overview.callbacks.length, "callback")} verified
          </span>
        )}
        <LastTime what="Last heard" at={overview.lastEventAt} never="Nothing heard yet" />
      </Side>
      <div className="grid place-items-center max-sm:h-10">
        <TruthLine state={lines[overview.verdict]} className="max-sm:w-8 max-sm:rotate-90 sm:w-20 lg:w-28" />
      </div>
      <Side slug={slug} connection={connectionOf(overview.connections, "pipedrive")} role="pipeline">
        <LastTime what="Last written" at={overview.lastWriteAt} never="Nothing written yet" />
      </Side>
    </section>
  );
}
