"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { formatDay } from "../lib/format-time";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { useKeepWorkspace } from "../truth/use-keep-workspace";
import { useRefusal } from "../truth/workspace-provider";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Panel } from "../ui/panel";

function dayOf(at: Date): string {
  return formatDay(at.toISOString().slice(0, 10));
}

function useErase(name: string) {
  const trpc = useTRPC();
  const router = useRouter();
  return useMutation(
    trpc.workspace.erase.mutationOptions({
      onSuccess: ({ eraseAt }) => {
        toast.success(`${name} will be erased on ${dayOf(eraseAt)}`, {
          description: "Until then you can undo it here.",
        });
        router.refresh();
      },
      onError: (error) => {
        toast.error("Nothing is going to be erased", { description: problemOf(error).sentence });
      },
    }),
  );
}

function EraseAction({ slug, name }: { slug: string; name: string }) {
  const erase = useErase(name);
  return (
    <ConfirmDialog
      trigger={<Button isPending={erase.isPending}>Delete workspace</Button>}
      title={`Delete ${name}?`}
      verb="Delete workspace"
      typed={{ label: `Type ${name} to confirm`, text: name }}
      onConfirm={() => {
        erase.mutate({ workspace: slug, typedName: name });
      }}
    >
      <p>
        In 7 days its records, links, history, mapping, members and audit log are erased for good, and our
        access to FreshBooks and Pipedrive ends.
      </p>
      <p>
        What is in FreshBooks and in Pipedrive stays as it is. Until then nothing syncs, and every owner can
        undo this.
      </p>
    </ConfirmDialog>
  );
}

function KeepAction({ slug, eraseAt }: { slug: string; eraseAt: Date }) {
  const { isPending, keep } = useKeepWorkspace(slug);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <p>It will be erased on {dayOf(eraseAt)}.</p>
      <Button isPending={isPending} onClick={keep}>
        Undo the deletion
      </Button>
    </div>
  );
}

/** Deleting, with its week of grace. */
export function ErasePanel({ workspace }: { workspace: WorkspaceSummary }) {
  const { slug, name, eraseAt } = workspace;
  const refusal = useRefusal("workspace.erase");
  return (
    <Panel title="Delete">
      <p className="text-ink-soft mb-3 max-w-prose">
        A deleted workspace is kept for 7 days, in which any owner can undo it. Then everything that we hold
        about it is erased and both grants are given back. FreshBooks and Pipedrive keep what they have.
      </p>
      {refusal === null ? null : <p className="text-small text-ink-faint">{refusal}</p>}
      {refusal !== null ? null : eraseAt === null ? (
        <EraseAction slug={slug} name={name} />
      ) : (
        <KeepAction slug={slug} eraseAt={eraseAt} />
      )}
    </Panel>
  );
}
