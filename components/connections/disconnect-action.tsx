"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { Disconnected } from "@/server/contracts/connect";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { vendorNames } from "../truth/connection-look";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";

/** What is left to know or to do once it is disconnected. */
function aftermath(name: string, { isTold, keptAccount }: Disconnected): string | undefined {
  const sentences = [
    isTold ? null : `${name} could not be told: remove the app there as well.`,
    keptAccount === null ? null : `This workspace keeps the records of ${keptAccount}, and takes no other.`,
  ];
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? undefined : said.join(" ");
}

function useDisconnect(slug: string, { vendor }: VendorConnectionDto) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const name = vendorNames[vendor];
  return useMutation(
    trpc.connections.disconnect.mutationOptions({
      onSuccess: async (disconnected) => {
        toast.success(`${name} is disconnected`, { description: aftermath(name, disconnected) });
        await Promise.all([
          queryClient.invalidateQueries(trpc.onboarding.get.queryFilter({ workspace: slug })),
          queryClient.invalidateQueries(trpc.overview.get.queryFilter({ workspace: slug })),
        ]);
        // The shell is drawn by the server, and may have to lose its mark.
        router.refresh();
      },
      onError: (error) => {
        toast.error(`${name} was not disconnected`, { description: problemOf(error).sentence });
      },
    }),
  );
}

/** Ends a connection, once the person has read what that means. */
export function DisconnectAction({ slug, connection }: { slug: string; connection: VendorConnectionDto }) {
  const disconnect = useDisconnect(slug, connection);
  const name = vendorNames[connection.vendor];
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" isPending={disconnect.isPending}>
          Disconnect {name}
        </Button>
      }
      title={`Disconnect ${name}?`}
      verb={`Disconnect ${name}`}
      onConfirm={() => {
        disconnect.mutate({ workspace: slug, vendor: connection.vendor });
      }}
    >
      <p>Our access ends and nothing crosses any more. What is in FreshBooks and Pipedrive stays as it is.</p>
      <p>
        A workspace that holds records can only take up the same account again; for another one, make another
        workspace.
      </p>
    </ConfirmDialog>
  );
}
