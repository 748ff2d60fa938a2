"use client";

import { createContext, useContext, type ReactNode } from "react";
import { isAllowed, type Permission, type Role } from "@/server/contracts/permissions";
import { refusalOf } from "./role-words";

/** The workspace whose pages these are, and what the viewer is in it. */
export type CurrentWorkspace = { slug: string; name: string; role: Role };

/** Whoever is nowhere may do the least. */
const nowhere: CurrentWorkspace = { slug: "", name: "", role: "viewer" };

const WorkspaceContext = createContext(nowhere);

/** Around a workspace's pages, so that each button knows whether its viewer may press it. The server asks again. */
export function WorkspaceProvider({
  slug,
  name,
  role,
  children,
}: CurrentWorkspace & { children: ReactNode }) {
  return <WorkspaceContext value={{ slug, name, role }}>{children}</WorkspaceContext>;
}

export function useWorkspace(): CurrentWorkspace {
  return useContext(WorkspaceContext);
}

/** Whether the viewer's role allows it. */
export function useMay(permission: Permission): boolean {
  return isAllowed(useWorkspace().role, permission);
}

/** Why the viewer's role does not allow it, as a sentence; null when it does. */
export function useRefusal(permission: Permission): string | null {
  return refusalOf(useWorkspace().role, permission);
}
