"use client";

import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { toast } from "sonner";
import type { Profile } from "@/server/contracts/security";
import { ProviderMark } from "../brand/provider-mark";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";
import { linkedRows, type LinkedRow } from "./linked-rows";
import { useRefreshAccount, type SignInMethods } from "./use-account";

type LinkedPartProps = { identities: Profile["identities"]; providers: SignInMethods["providers"] };
type ActionProps = Pick<LinkedRow, "provider" | "label">;

function LinkAction({ provider, label }: ActionProps) {
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <Button
      size="sm"
      isPending={isLeaving}
      onClick={() => {
        setIsLeaving(true);
        void signIn(provider, { callbackUrl: "/account" });
      }}
    >
      Link {label}
    </Button>
  );
}

function UnlinkAction({ provider, label }: ActionProps) {
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const unlink = useMutation(
    trpc.security.unlink.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toast.success(`${label} is unlinked`);
      },
      onError: (error) => {
        toast.error(`${label} was not unlinked`, { description: problemOf(error).sentence });
      },
    }),
  );
  return (
    <Button
      variant="quiet"
      size="sm"
      isPending={unlink.isPending}
      onClick={() => {
        unlink.mutate({ provider });
      }}
    >
      Unlink {label}
    </Button>
  );
}

/** Other services to sign in with: linking and unlinking them. */
export function LinkedPart({ identities, providers }: LinkedPartProps) {
  return (
    <ul className="divide-y">
      {linkedRows(providers, identities).map(({ provider, label, linked }) => (
        <li key={provider} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <ProviderMark provider={provider} />
          <div className="min-w-0 flex-1">
            <p className="font-medium">{label}</p>
            <p className="text-small text-ink-soft break-words">
              {linked === null ? (
                "Not linked"
              ) : (
                <>
                  {linked.email ?? "Linked"}, <RelativeTime at={linked.linkedAt} />
                </>
              )}
            </p>
          </div>
          {linked === null ? (
            <LinkAction {...{ provider, label }} />
          ) : (
            <UnlinkAction {...{ provider, label }} />
          )}
        </li>
      ))}
    </ul>
  );
}
