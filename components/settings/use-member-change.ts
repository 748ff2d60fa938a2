import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { MemberDto } from "@/server/contracts/members";
import type { Role } from "@/server/contracts/permissions";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { oneOf } from "../truth/role-words";

/** Reads the members again; whoever changed their own place has the whole page drawn anew. */
function useRenew(slug: string): (isYou: boolean) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (isYou) => {
    if (isYou) router.refresh();
    await queryClient.invalidateQueries(trpc.members.list.queryFilter({ workspace: slug }));
  };
}

/** Gives a member another role. */
export function useChangeRole(slug: string, { userId, name, isYou }: MemberDto) {
  const trpc = useTRPC();
  const renew = useRenew(slug);
  const { isPending, mutate } = useMutation(
    trpc.members.changeRole.mutationOptions({
      onSuccess: async (_, { role }) => {
        toast.success(isYou ? `You are ${oneOf(role)} now` : `${name} is ${oneOf(role)} now`);
        await renew(isYou);
      },
      onError: (error) => {
        toast.error("The role was not changed", { description: problemOf(error).sentence });
      },
    }),
  );
  return {
    isPending,
    changeRole: (role: Role) => {
      mutate({ workspace: slug, userId, role });
    },
  };
}

/** Takes a member out of the workspace. */
export function useRemoveMember(slug: string, { userId, name }: MemberDto) {
  const trpc = useTRPC();
  const renew = useRenew(slug);
  const { isPending, mutate } = useMutation(
    trpc.members.remove.mutationOptions({
      onSuccess: async () => {
        toast.success(`${name} is no member any more`);
        await renew(false);
      },
      onError: (error) => {
        toast.error(`${name} is still a member`, { description: problemOf(error).sentence });
      },
    }),
  );
  return {
    isPending,
    remove: () => {
      mutate({ workspace: slug, userId });
    },
  };
}
