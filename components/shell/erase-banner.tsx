"use client";

import { Trash2 } from "lucide-react";
import { formatDay } from "../lib/format-time";
import { useKeepWorkspace } from "../truth/use-keep-workspace";
import { useMay } from "../truth/workspace-provider";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";

/** Stands above every page of a workspace that is to be erased; an owner can call it off there. */
export function EraseBanner({ slug, eraseAt }: { slug: string; eraseAt: Date }) {
  const { isPending, keep } = useKeepWorkspace(slug);
  const mayKeep = useMay("workspace.erase");
  return (
    <section
      aria-label="To be erased"
      className="bg-failing-wash flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 md:px-8"
    >
      <Trash2 aria-hidden className="text-failing size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        This workspace will be erased on {formatDay(eraseAt.toISOString().slice(0, 10))},{" "}
        <RelativeTime at={eraseAt} />. Nothing in it syncs meanwhile.{" "}
        {mayKeep ? "" : "An owner can still keep it."}
      </p>
      {mayKeep ? (
        <Button size="sm" isPending={isPending} onClick={keep}>
          Keep the workspace
        </Button>
      ) : null}
    </section>
  );
}
