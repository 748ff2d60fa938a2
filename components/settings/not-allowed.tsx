"use client";

import type { Permission } from "@/server/contracts/permissions";
import { useRefusal } from "../truth/workspace-provider";
import { EmptyState } from "../ui/empty-state";

/** In place of a page that the viewer's role does not open. */
export function NotAllowed({ permission }: { permission: Permission }) {
  return (
    <EmptyState title="Your role does not open this page">
      {useRefusal(permission)} Ask one of them to change your role, under Members.
    </EmptyState>
  );
}
