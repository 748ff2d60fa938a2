import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { listSessionsOutput, Profile, signInMethodsOutput } from "@/server/contracts/security";
import { useTRPC } from "../lib/trpc-provider";

export type Sessions = z.output<typeof listSessionsOutput>;
export type SignInMethods = z.output<typeof signInMethodsOutput>;

/** The person's account, from the first paint on. */
export function useProfile(initial: Profile): Profile {
  const trpc = useTRPC();
  return useQuery({ ...trpc.account.profile.queryOptions(), initialData: initial }).data;
}

/** Where the person is signed in, from the first paint on. */
export function useSessions(initial: Sessions): Sessions {
  const trpc = useTRPC();
  return useQuery({ ...trpc.account.listSessions.queryOptions(), initialData: initial }).data;
}

/** Reads the account anew after a change; resolves once the screen shows it. */
export function useRefreshAccount(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.account.profile.queryFilter()),
      queryClient.invalidateQueries(trpc.account.listSessions.queryFilter()),
    ]);
  };
}
