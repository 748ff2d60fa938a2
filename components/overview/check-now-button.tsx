"use client";

import { RefreshCw } from "lucide-react";
import { useCheckNow } from "../truth/use-check-now";
import { useMay } from "../truth/workspace-provider";
import { Button } from "../ui/button";

/** Asks FreshBooks now what has changed, rather than at the sweep's next turn; for those who may. */
export function CheckNowButton({ slug }: { slug: string }) {
  const { isPending, checkNow } = useCheckNow(slug);
  if (!useMay("sync.check")) return null;
  return (
    <Button isPending={isPending} onClick={checkNow}>
      {isPending ? null : <RefreshCw aria-hidden className="size-4" />}
      Check FreshBooks now
    </Button>
  );
}
