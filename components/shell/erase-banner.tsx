"use client";

import { Trash2 } from "lucide-react";
import { RelativeTime } from "../ui/relative-time";

type EraseBannerProps = { slug: string; eraseAt: Date };

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** Stands above every page of a workspace that is to be erased. */
export function EraseBanner({ eraseAt }: EraseBannerProps) {
  return (
    <section
      aria-label="To be erased"
      className="bg-failing-wash flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 md:px-8"
    >
      <Trash2 aria-hidden className="text-failing size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        This workspace will be erased on {dayFormat.format(eraseAt)} (<RelativeTime at={eraseAt} />
        ).
      </p>
    </section>
  );
}
