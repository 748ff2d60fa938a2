"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "../lib/cn";
import { isCurrent, navEntries } from "./nav-entries";

/** The same entries along the bottom of a phone, under the thumb. */
export function BottomNav({ slug }: { slug: string }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Workspace"
      className="bg-surface fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {navEntries.map(({ label, path, icon: Icon }) => {
        const current = isCurrent(pathname, slug, path);
        return (
          <Link
            key={path}
            href={`/${slug}${path}`}
            aria-current={current ? "page" : undefined}
            className={cn(
              "text-micro flex h-14 flex-col items-center justify-center gap-1 font-medium",
              current ? "text-accent-ink" : "text-ink-soft",
            )}
          >
            <Icon aria-hidden className="size-5" />
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
