import { ExternalLink } from "lucide-react";
import type { RecordDetail } from "@/server/contracts/records";
import { cn } from "../lib/cn";
import { CopyButton } from "../ui/copy-button";
import { truthColumns, TruthTableRow } from "./truth-table-row";

type SideHeadProps = {
  name: string;
  role: string;
  what: string;
  id: string | null;
  url: string | null;
  isSandbox: boolean;
};

function SideHead({ name, role, what, id, url, isSandbox }: SideHeadProps) {
  return (
    <div className="min-w-0">
      <p className="font-medium">
        {name} <span className="text-ink-faint font-normal">{role}</span>
      </p>
      <p className="text-small text-ink-soft flex min-h-8 flex-wrap items-center gap-1">
        {id === null ? (
          `No ${what} yet`
        ) : (
          <>
            {what} <code className="font-mono">{id}</code>
            <CopyButton text={id} label={`Copy ${name} id`} />
          </>
        )}
        {url === null ? null : (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="text-accent-ink inline-flex min-h-8 items-center gap-1 rounded-md font-medium underline underline-offset-4"
          >
            {isSandbox ? "Sandbox" : "Open"}
            <ExternalLink aria-hidden className="size-3.5" />
            <span className="sr-only">{isSandbox ? `of ${name}` : `in ${name}`}, new tab</span>
          </a>
        )}
      </p>
    </div>
  );
}

/** Both sides of a record, value by value, with the line between. */
export function TruthTable({ detail }: { detail: RecordDetail }) {
  const { record, truth, freshbooksUrl, pipedriveUrl, isSandbox } = detail;
  const isInvoice = record.kind === "invoice";
  const pipedriveId = record.pipedriveId === null ? null : String(record.pipedriveId);
  return (
    <section aria-label="Both sides" className="bg-surface rounded-md border">
      <div className={cn(truthColumns, "border-b px-4 py-3 sm:px-6")}>
        <span aria-hidden className="hidden lg:block" />
        <SideHead
          name="FreshBooks"
          role="ledger"
          what={isInvoice ? "invoice" : "client"}
          id={record.freshbooksId}
          url={freshbooksUrl}
          isSandbox={isSandbox}
        />
        <span aria-hidden />
        <SideHead
          name="Pipedrive"
          role="pipeline"
          what={isInvoice ? "deal" : "organization"}
          id={pipedriveId}
          url={pipedriveUrl}
          isSandbox={isSandbox}
        />
      </div>
      {truth.length === 0 ? (
        <p className="text-ink-soft px-6 py-8 text-center">
          No value has crossed yet. They show here once the first attempt has planned them.
        </p>
      ) : (
        <ul className="divide-y">
          {truth.map((row) => (
            <TruthTableRow key={row.target} row={row} isExcluded={record.health === "excluded"} />
          ))}
        </ul>
      )}
    </section>
  );
}
