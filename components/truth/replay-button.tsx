"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { toast } from "sonner";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { useMay } from "./workspace-provider";

type ReplayButtonProps = {
  slug: string;
  recordId: string;
  /** The record's name, for the news and for screen readers. */
  label: string;
  /** In a row of a list: small, and told apart by its record's name. */
  isCompact?: boolean;
};

function useReplay({ slug, recordId, label }: ReplayButtonProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.records.replay.mutationOptions({
      onSuccess: async () => {
        toast.success(`${label} is being replayed`, {
          description: "The new attempt shows in its timeline.",
        });
        await Promise.all([
          queryClient.invalidateQueries(trpc.records.get.queryFilter({ workspace: slug, recordId })),
          queryClient.invalidateQueries(trpc.activity.list.pathFilter()),
        ]);
      },
      onError: (error) => {
        toast.error(`${label} was not replayed`, { description: problemOf(error).sentence });
      },
    }),
  );
}

/** Tries a record anew: fetched again, planned again, written only where it differs. Shown to those who may. */
export function ReplayButton(props: ReplayButtonProps) {
  const { slug, recordId, label, isCompact = false } = props;
  const replay = useReplay(props);
  if (!useMay("sync.replay")) return null;
  return (
    <Button
      variant={isCompact ? "quiet" : "secondary"}
      size={isCompact ? "sm" : "md"}
      aria-label={isCompact ? `Replay ${label}` : undefined}
      isPending={replay.isPending}
      onClick={() => {
        replay.mutate({ workspace: slug, recordId });
      }}
    >
      {replay.isPending ? null : <RotateCw aria-hidden className="size-4" />}
      <span className={isCompact ? "max-md:hidden" : undefined}>Replay</span>
    </Button>
  );
}
