"use client";

import { createContext, useContext, type ReactNode } from "react";
import { isAllowedWhileErasing, type Permission, type Role } from "@/server/contracts/permissions";
import { refusalOf } from "./role-words";

/** The workspace whose pages these are, and what the viewer is in it. */
type CurrentWorkspace = {
  slug: string;
  name: string;
  role: Role;
  /** Whether it is about to be erased: it can be read, and little else. */
  isErasing: boolean;
};

/** Whoever is nowhere may do the least. */
const nowhere: CurrentWorkspace = { slug: "", name: "", role: "viewer", isErasing: false };

const WorkspaceContext = createContext(nowhere);

type WorkspaceProviderProps = { workspace: CurrentWorkspace; children: ReactNode };

/** Around a workspace's pages, so that each button knows whether its viewer may press it. The server asks again. */
export function WorkspaceProvider({ workspace, children }: WorkspaceProviderProps) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

export function useWorkspace(): CurrentWorkspace {
  return useContext(WorkspaceContext);
}

/** Why the viewer may not do it, as a sentence; null when they may. */
export function useRefusal(permission: Permission): string | null {
  const { role, isErasing } = useWorkspace();
  const refusal = refusalOf(role, permission);
  if (refusal !== null || !isErasing || isAllowedWhileErasing(permission)) return refusal;
  return "This workspace is about to be erased, so nothing in it can be changed. An owner can still keep it.";
}

/** Whether the viewer may do it. */
export function useMay(permission: Permission): boolean {
  return useRefusal(permission) === null;
}
