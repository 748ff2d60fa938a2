"use client";

import { useMutation } from "@tanstack/react-query";
import { Monitor } from "lucide-react";
import { toast } from "sonner";
import type { SessionDto } from "@/server/contracts/security";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { MeaningBadge } from "../truth/meaning-badge";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";
import { useRefreshAccount } from "./use-account";

const methodWords = {
  password: "by password",
  email_link: "by mailed link",
  google: "by Google",
  github: "by GitHub",
  oidc: "by single sign-on",
} as const satisfies Record<SessionDto["method"], string>;

function EndAction({ session }: { session: SessionDto }) {
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const device = session.device ?? "unknown browser";
  const revoke = useMutation(
    trpc.account.revokeSession.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toast.success(`Signed out: ${device}`);
      },
      onError: (error) => {
        toast.error("The session was not ended", { description: problemOf(error).sentence });
      },
    }),
  );
  return (
    <Button
      variant="quiet"
      size="sm"
      aria-label={`Sign out ${device}`}
      isPending={revoke.isPending}
      onClick={() => {
        revoke.mutate({ sessionId: session.id });
      }}
    >
      Sign out
    </Button>
  );
}

/** One browser that is signed in: what it is, from where, since when. */
export function SessionRow({ session }: { session: SessionDto }) {
  const { device, address, method, createdAt, lastSeenAt, isThisOne } = session;
  return (
    <li className="flex items-start gap-3 py-3">
      <Monitor aria-hidden className="text-ink-faint mt-1 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          {device ?? "Unknown browser"}
          {isThisOne ? <MeaningBadge meaning="in_step" word="This one" /> : null}
        </p>
        <p className="text-small text-ink-soft break-words">
          {address ?? "Unknown address"} · signed in <RelativeTime at={createdAt} /> {methodWords[method]}
          {lastSeenAt === null ? null : (
            <>
              {" "}
              · last seen <RelativeTime at={lastSeenAt} />
            </>
          )}
        </p>
      </div>
      {isThisOne ? null : <EndAction session={session} />}
    </li>
  );
}
