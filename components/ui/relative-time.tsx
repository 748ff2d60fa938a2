"use client";

import { useNowMs } from "../lib/clock-provider";
import { formatInstant, formatRelative } from "../lib/format-time";
import { useHydrated } from "../lib/use-hydrated";

/** How long ago; the exact instant in the viewer's zone on hover. */
export function RelativeTime({ at }: { at: Date }) {
  const nowMs = useNowMs();
  const isHydrated = useHydrated();
  return (
    <time
      dateTime={at.toISOString()}
      title={isHydrated ? formatInstant(at) : formatInstant(at, "UTC")}
      className="whitespace-nowrap"
    >
      {formatRelative(at, nowMs)}
    </time>
  );
}
