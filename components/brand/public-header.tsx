import Link from "next/link";
import type { ReactNode } from "react";
import { ThemeButton } from "../ui/theme-button";
import { Wordmark } from "./mark";

/** The top of every page outside a workspace. */
export function PublicHeader({ children }: { children?: ReactNode }) {
  return (
    <header className="mx-auto flex h-16 w-full max-w-[1200px] items-center gap-2 px-4 md:px-8">
      <Link href="/" aria-label="ml-connector, home" className="mr-auto rounded-md py-2">
        <Wordmark />
      </Link>
      <ThemeButton />
      {children}
    </header>
  );
}
