"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { Disconnected } from "@/server/contracts/connect";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { vendorNames } from "../truth/connection-look";
import { useMay } from "../truth/workspace-provider";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { KeepOrEraseChoice, type KeepOrErase } from "./keep-or-erase-choice";

/** What is left to know or to do once it is disconnected. */
function aftermath(name: string, { isTold, keptAccount, note }: Disconnected): string | undefined {
  const sentences = [
    note ?? (isTold ? null : `${name} could not be told: remove the app there as well.`),
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
          queryClient.invalidateQueries(trpc.connections.pathFilter()),
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
  const [data, setData] = useState<KeepOrErase>("keep");
  const mayDisconnect = useMay("connections.manage");
  const name = vendorNames[connection.vendor];
  if (!mayDisconnect) return null;
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" isPending={disconnect.isPending}>
          Disconnect {name}
        </Button>
      }
      title={`Disconnect ${name}?`}
      verb={data === "erase" ? `Disconnect ${name} and erase` : `Disconnect ${name}`}
      typed={data === "erase" ? { label: "Type erase to confirm", text: "erase" } : undefined}
      onConfirm={() => {
        disconnect.mutate({ workspace: slug, vendor: connection.vendor, data });
      }}
    >
      <p>Our access ends and nothing crosses any more. What is in FreshBooks and Pipedrive stays as it is.</p>
      <KeepOrEraseChoice value={data} onChange={setData} />
    </ConfirmDialog>
  );
}
