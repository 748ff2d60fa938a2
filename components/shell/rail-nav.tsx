"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "../lib/cn";
import { isCurrent, navEntries } from "./nav-entries";

/** The entries down the rail, from 768 px on. */
export function RailNav({ slug }: { slug: string }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Workspace" className="flex flex-col gap-0.5">
      {navEntries.map(({ label, path, icon: Icon }) => {
        const current = isCurrent(pathname, slug, path);
        return (
          <Link
            key={path}
            href={`/${slug}${path}`}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-8 items-center gap-2.5 rounded-md px-2 font-medium transition-colors duration-150 pointer-coarse:h-10",
              current ? "bg-accent-wash text-accent-ink" : "text-ink-soft hover:bg-hover hover:text-ink",
            )}
          >
            <Icon aria-hidden className="size-4" />
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
