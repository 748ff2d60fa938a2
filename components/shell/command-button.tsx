"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { useHydrated } from "../lib/use-hydrated";
import { Kbd } from "../ui/kbd";

const load = () => import("./command-menu").then(({ CommandMenu }) => CommandMenu);
/** Fetched when it is first wanted: no page pays for it beforehand. */
const CommandMenu = dynamic(load, { ssr: false });

/** Tells of ⌘K and Ctrl K, wherever the focus is. */
function useCommandKey(onPress: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      onPress();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
    };
  }, [onPress]);
}

/** The way into the command menu: a button, and its key. */
export function CommandButton({ workspaces }: { workspaces: readonly WorkspaceSummary[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const [toggle] = useState(() => () => {
    setIsOpen((was) => !was);
  });
  useCommandKey(toggle);
  const isApple = useHydrated() && /mac|iphone|ipad/i.test(navigator.userAgent);
  return (
    <>
      <button
        type="button"
        aria-label="Search or jump to"
        aria-keyshortcuts="Meta+K Control+K"
        aria-haspopup="dialog"
        className="text-ink-faint hover:text-ink md:border-control-line md:bg-surface flex h-10 items-center gap-2 rounded-md px-3 transition-colors duration-150 md:h-8 md:w-full md:border md:px-2 pointer-coarse:min-h-10"
        onPointerEnter={() => void load()}
        onClick={toggle}
      >
        <Search aria-hidden className="size-5 md:size-4" />
        <span className="flex-1 truncate text-left max-md:hidden">Search or jump to</span>
        <span className="max-md:hidden">
          <Kbd>{isApple ? "⌘ K" : "Ctrl K"}</Kbd>
        </span>
      </button>
      {isOpen ? (
        <CommandMenu
          workspaces={workspaces}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
