"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { SessionRow } from "./session-row";
import { useRefreshAccount, useSessions, type Sessions } from "./use-account";

/** Every browser that is signed in as this person, and ending what is not theirs. */
export function SessionsPart({ initial }: { initial: Sessions }) {
  const { sessions } = useSessions(initial);
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const endOthers = useMutation(
    trpc.account.revokeOtherSessions.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toast.success("Every other browser is signed out");
      },
      onError: (error) => {
        toast.error("The sessions were not ended", { description: problemOf(error).sentence });
      },
    }),
  );
  return (
    <div className="flex flex-col items-start gap-3">
      <ul className="w-full divide-y">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Button
          isPending={endOthers.isPending}
          onClick={() => {
            endOthers.mutate();
          }}
        >
          Sign out all others
        </Button>
      ) : null}
    </div>
  );
}
