import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";

/** Asks FreshBooks now what has changed, rather than at the sweep's next turn, and says what came of it. */
export function useCheckNow(slug: string): { isPending: boolean; checkNow: () => void } {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { isPending, mutate } = useMutation(
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
  return {
    isPending,
    checkNow: () => {
      mutate({ workspace: slug });
    },
  };
}
