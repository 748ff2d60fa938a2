"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import type { CallbackDto } from "@/server/contracts/overview";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { CallbackList } from "../truth/callback-list";
import { useMay } from "../truth/workspace-provider";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { RelativeTime } from "../ui/relative-time";

type CallbacksPanelProps = {
  slug: string;
  callbacks: readonly CallbackDto[];
  /** When the watch last held them against what FreshBooks has. */
  checkedAt: Date | null;
  canRegister: boolean;
};

/** Registers anew what is missing at FreshBooks, and asks for the handshake again. */
function RegisterButton({ slug }: { slug: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const register = useMutation(
    trpc.connections.registerCallbacks.mutationOptions({
      onSuccess: async () => {
        toast.success("FreshBooks is asked to verify them again");
        await queryClient.invalidateQueries(trpc.connections.get.queryFilter({ workspace: slug }));
      },
      onError: (error) => {
        toast.error("The callbacks were not registered", { description: problemOf(error).sentence });
      },
    }),
  );
  return (
    <Button
      size="sm"
      isPending={register.isPending}
      onClick={() => {
        register.mutate({ workspace: slug });
      }}
    >
      Register again
    </Button>
  );
}

/** What FreshBooks tells us of by itself. What it never tells, our clock and sweep find. */
export function CallbacksPanel({ slug, callbacks, checkedAt, canRegister }: CallbacksPanelProps) {
  const mayRegister = useMay("connections.manage") && canRegister;
  return (
    <Panel title="FreshBooks callbacks" aside={mayRegister ? <RegisterButton slug={slug} /> : undefined}>
      {callbacks.length === 0 ? (
        <p className="text-ink-soft">
          {canRegister
            ? "None is registered. Register them, so that changes arrive within seconds rather than with the next sweep."
            : "They are registered once FreshBooks is connected and its business is chosen."}
        </p>
      ) : (
        <>
          <CallbackList callbacks={callbacks} />
          {checkedAt === null ? null : (
            <p className="text-small text-ink-faint mt-2">
              Held against FreshBooks <RelativeTime at={checkedAt} />; it is done again every hour, and
              whenever a change comes to light that FreshBooks did not tell of.
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
