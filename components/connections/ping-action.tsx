"use client";

import { useMutation } from "@tanstack/react-query";
import { Radio } from "lucide-react";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { vendorNames } from "../truth/connection-look";
import { useMay } from "../truth/workspace-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { PingReadout } from "./ping-readout";

/** Calls the real system now, and shows who answered. */
export function PingAction({ slug, connection }: { slug: string; connection: VendorConnectionDto }) {
  const trpc = useTRPC();
  const mayPing = useMay("connections.test");
  const ping = useMutation(trpc.connections.ping.mutationOptions());
  const name = vendorNames[connection.vendor];
  if (!mayPing || connection.status === "absent") return null;
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        isPending={ping.isPending}
        onClick={() => {
          ping.mutate({ workspace: slug, vendor: connection.vendor });
        }}
      >
        <Radio aria-hidden className="size-4" />
        Ping {name}
      </Button>
      <div role="status" className="w-full min-w-0 empty:contents">
        {ping.data === undefined ? null : <PingReadout ping={ping.data} />}
      </div>
      <FormError>{ping.isError ? problemOf(ping.error).sentence : null}</FormError>
    </div>
  );
}
