import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";

/** Calls off the erasing of a workspace. */
export function useKeepWorkspace(slug: string): { isPending: boolean; keep: () => void } {
  const trpc = useTRPC();
  const router = useRouter();
  const { isPending, mutate } = useMutation(
    trpc.workspace.keep.mutationOptions({
      onSuccess: () => {
        toast.success("The workspace stays");
        router.refresh();
      },
      onError: (error) => {
        toast.error("It is still going to be erased", { description: problemOf(error).sentence });
      },
    }),
  );
  return {
    isPending,
    keep: () => {
      mutate({ workspace: slug });
    },
  };
}
