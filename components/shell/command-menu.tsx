"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useState } from "react";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { useWorkspace } from "../truth/workspace-provider";
import { CommandActions } from "./command-actions";
import { CommandPlaces } from "./command-places";
import { CommandRecords } from "./command-records";
import { CommandThemes } from "./command-themes";
import { CommandWorkspaces } from "./command-workspaces";
import { useRecordSearch } from "./use-record-search";

type CommandMenuProps = { workspaces: readonly WorkspaceSummary[]; onClose: () => void };

/** Everything by typing: pages, records, other workspaces, what may be done here, the theme. */
export function CommandMenu({ workspaces, onClose }: CommandMenuProps) {
  const router = useRouter();
  const { slug } = useWorkspace();
  const [search, setSearch] = useState("");
  const records = useRecordSearch(slug, search);
  const go = (path: string) => {
    onClose();
    router.push(path);
  };
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="bg-canvas/75 fixed inset-0 z-40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="bg-surface shadow-float fixed top-4 left-1/2 z-50 w-[calc(100%-1rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-md border sm:top-[12vh]"
        >
          <Dialog.Title className="sr-only">Search or jump to</Dialog.Title>
          <Command loop label="Search or jump to">
            <Command.Input
              value={search}
              placeholder="A page, a record, a workspace …"
              maxLength={200}
              className="text-lead placeholder:text-ink-faint h-12 w-full border-b bg-transparent px-4 outline-none"
              onValueChange={setSearch}
            />
            <Command.List className="max-h-[60dvh] overflow-y-auto p-1">
              {records.rows.length > 0 || records.isSearching ? null : (
                <Command.Empty className="text-ink-soft px-4 py-8 text-center">
                  Nothing has that name. Records are found by number, name or FreshBooks id.
                </Command.Empty>
              )}
              <CommandRecords slug={slug} {...records} onGo={go} />
              <CommandPlaces slug={slug} onGo={go} />
              <CommandActions slug={slug} onGo={go} onClose={onClose} />
              <CommandWorkspaces workspaces={workspaces} current={slug} onGo={go} />
              <CommandThemes onClose={onClose} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
