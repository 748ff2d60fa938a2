"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { toast } from "sonner";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";

/** Asks FreshBooks now what has changed, rather than at the sweep's next turn. */
export function CheckNowButton({ slug }: { slug: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const check = useMutation(
    trpc.sync.checkNow.mutationOptions({
      onSuccess: async () => {
        toast.success("FreshBooks is being asked", { description: "What has changed will show here." });
        await queryClient.invalidateQueries(trpc.overview.get.queryFilter({ workspace: slug }));
      },
      onError: (error) => {
        toast.error("FreshBooks was not asked", { description: problemOf(error).sentence });
      },
    }),
  );
  return (
    <Button
      isPending={check.isPending}
      onClick={() => {
        check.mutate({ workspace: slug });
      }}
    >
      {check.isPending ? null : <RefreshCw aria-hidden className="size-4" />}
      Check FreshBooks now
    </Button>
  );
}
