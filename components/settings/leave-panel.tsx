"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Panel } from "../ui/panel";

/** The way out for one member. The last owner is told to make another one first. */
export function LeavePanel({ slug, name }: { slug: string; name: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const leave = useMutation(
    trpc.workspace.leave.mutationOptions({
      onSuccess: () => {
        toast.success(`You have left ${name}`);
        router.push("/workspaces");
        router.refresh();
      },
      onError: (error) => {
        toast.error("You are still a member", { description: problemOf(error).sentence });
      },
    }),
  );
  return (
    <Panel title="Leave">
      <p className="text-ink-soft mb-3 max-w-prose">
        You lose access at once. Everything else goes on without you, also a connection that you made. A
        workspace needs an owner, so its last one cannot leave.
      </p>
      <ConfirmDialog
        trigger={<Button isPending={leave.isPending}>Leave workspace</Button>}
        title={`Leave ${name}?`}
        verb="Leave workspace"
        onConfirm={() => {
          leave.mutate({ workspace: slug });
        }}
      >
        <p>You can come back only if somebody invites you again.</p>
      </ConfirmDialog>
    </Panel>
  );
}
