"use client";

import { createContext, useContext, useEffect, useState, type ReactNode } from "react";

const ClockContext = createContext(0);

/**
 * One ticking "now" for every relative time on the page. Starts at the server's instant, so that the first
 * paint and hydration agree, and follows the viewer's clock from then on while the tab is visible.
 */
export function ClockProvider({ startMs, children }: { startMs: number; children: ReactNode }) {
  const [nowMs, setNowMs] = useState(startMs);
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (!document.hidden) setNowMs(Date.now());
    }, 1000);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return <ClockContext value={nowMs}>{children}</ClockContext>;
}

/** Milliseconds since the epoch, renewed every second. */
export function useNowMs(): number {
  return useContext(ClockContext);
}
