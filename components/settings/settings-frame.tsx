"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "../lib/cn";
import { useMay, useWorkspace } from "../truth/workspace-provider";
import { PageHeader } from "../ui/page-header";

const parts = [
  { label: "General", path: "" },
  { label: "Members", path: "/members" },
  { label: "Audit log", path: "/audit", needs: "audit.read" },
] as const;

/** Around the pages of the settings: their heading, and the way between them. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const { slug } = useWorkspace();
  const pathname = usePathname();
  const mayReadAudit = useMay("audit.read");
  return (
    <>
      <PageHeader
        title="Settings"
        lead="Who works in this workspace, what it is called, and who changed what."
      />
      <nav aria-label="Settings" className="mb-6 flex gap-1 overflow-x-auto border-b">
        {parts
          .filter((part) => !("needs" in part) || mayReadAudit)
          .map(({ label, path }) => {
            const href = `/${slug}/settings${path}`;
            const isHere = pathname === href;
            return (
              <Link
                key={path}
                href={href}
                aria-current={isHere ? "page" : undefined}
                className={cn(
                  "-mb-px flex h-10 items-center border-b-2 px-3 font-medium whitespace-nowrap transition-colors duration-150",
                  isHere
                    ? "border-accent text-accent-ink"
                    : "text-ink-soft hover:text-ink border-transparent",
                )}
              >
                {label}
              </Link>
            );
          })}
      </nav>
      {children}
    </>
  );
}
