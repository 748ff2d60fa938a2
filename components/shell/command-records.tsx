import { Command } from "cmdk";
import { Building2, FileText } from "lucide-react";
import { meanings } from "../truth/meaning";
import { CommandEntry, CommandGroup } from "./command-parts";
import type { RecordSearch } from "./use-record-search";

type CommandRecordsProps = RecordSearch & { slug: string; onGo: (path: string) => void };

/** Clients and invoices that match what is typed, found by the server. */
export function CommandRecords({ slug, rows, isSearching, onGo }: CommandRecordsProps) {
  if (rows.length === 0) {
    return isSearching ? (
      <Command.Loading>
        <span className="text-small text-ink-faint block px-3 py-2">Searching records …</span>
      </Command.Loading>
    ) : null;
  }
  return (
    <CommandGroup heading="Records" isAlways>
      {rows.map(({ id, kind, label, clientName, health }) => (
        <CommandEntry
          key={id}
          isAlways
          value={`record ${id}`}
          icon={kind === "invoice" ? FileText : Building2}
          aside={clientName ?? meanings[health].word}
          onSelect={() => {
            onGo(`/${slug}/records/${id}`);
          }}
        >
          {kind === "invoice" ? `Invoice ${label}` : label}
        </CommandEntry>
      ))}
    </CommandGroup>
  );
}
