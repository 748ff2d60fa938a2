import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTRPC } from "../lib/trpc-provider";

const pollMs = 5000;

/**
 * Whether the person has meanwhile confirmed their address, as is mostly done in another tab or on a phone. When they
 * have, whatever waited for it is read anew.
 */
export function useConfirmation(): boolean {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { data } = useQuery({ ...trpc.account.profile.queryOptions(), refetchInterval: pollMs });
  const isConfirmed = data?.isEmailVerified === true;
  useEffect(() => {
    if (!isConfirmed) return;
    void queryClient.invalidateQueries(trpc.onboarding.get.pathFilter());
    router.refresh();
  }, [isConfirmed, queryClient, router, trpc]);
  return isConfirmed;
}
