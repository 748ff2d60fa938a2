"use client";

import { Check, ChevronsUpDown, Plus } from "lucide-react";
import Link from "next/link";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { Mark } from "../brand/mark";
import { Menu, MenuHeading, MenuItem, MenuLine } from "../ui/menu";

type WorkspaceSwitcherProps = { current: WorkspaceSummary; workspaces: readonly WorkspaceSummary[] };

/** Which workspace this is, and the way to another. */
export function WorkspaceSwitcher({ current, workspaces }: WorkspaceSwitcherProps) {
  const trigger = (
    <button
      type="button"
      aria-label={`Workspace ${current.name}, switch`}
      className="hover:bg-hover flex h-10 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left transition-colors duration-150"
    >
      <Mark className="size-5" />
      <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
        {current.name}
      </span>
      <ChevronsUpDown aria-hidden className="text-ink-faint size-4 shrink-0" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuHeading>Workspaces</MenuHeading>
      {workspaces.map((workspace) => (
        <MenuItem key={workspace.slug} asChild>
          <Link href={`/${workspace.slug}`}>
            <span className="max-w-56 truncate" dir="auto">
              {workspace.name}
            </span>
            {workspace.slug === current.slug ? (
              <Check aria-label="current" className="ml-auto size-4" />
            ) : null}
          </Link>
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem asChild>
        <Link href="/workspaces">
          <Plus aria-hidden className="size-4" />
          All workspaces
        </Link>
      </MenuItem>
    </Menu>
  );
}
