import { useEffect, type RefObject } from "react";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [role=menu]") !== null;
}

function stops(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-list-stop]")];
}

/** Index to go to from `current` (−1 when the focus is elsewhere), held inside the list. */
export function nextStop(current: number, by: 1 | -1, count: number): number {
  if (current === -1) return by === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, current + by));
}

/**
 * j and k walk the focus down and up the list's links or buttons (those with `data-list-stop`); Enter is theirs.
 * Held back while the person types somewhere.
 */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if ((event.key !== "j" && event.key !== "k") || list.current === null) return;
      const all = stops(list.current);
      const at = all.findIndex((stop) => stop === document.activeElement);
      const target = all[nextStop(at, event.key === "j" ? 1 : -1, all.length)];
      if (!target) return;
      event.preventDefault();
      target.focus();
      target.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
    };
  }, [list]);
}
