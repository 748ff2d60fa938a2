"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import type { Profile } from "@/server/contracts/security";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { MeaningBadge } from "../truth/meaning-badge";
import { Button } from "../ui/button";
import { ChangeEmailForm } from "./change-email-form";
import { Foldable } from "./foldable";
import { useRefreshAccount } from "./use-account";
import { VerifyEmailNotice } from "./verify-email-notice";

function PendingEmail({ email }: { email: string }) {
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const cancel = useMutation(
    trpc.account.cancelEmailChange.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toast.success("The change is called off");
      },
      onError: (error) => {
        toast.error("The change was not called off", { description: problemOf(error).sentence });
      },
    }),
  );
  return (
    <div className="bg-waiting-wash flex flex-wrap items-center gap-3 rounded-md p-3">
      <p className="min-w-0 flex-1 basis-60 break-words">
        Waiting for you to press the link that we sent to <strong>{email}</strong>.
      </p>
      <Button
        size="sm"
        isPending={cancel.isPending}
        onClick={() => {
          cancel.mutate();
        }}
      >
        Cancel change
      </Button>
    </div>
  );
}

/** The address that the person signs in with, whether it is confirmed, and changing it. */
export function EmailPart({ profile }: { profile: Profile }) {
  const { email, isEmailVerified, mustVerifyEmail, pendingEmail, hasPassword } = profile;
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 font-medium break-all">{email}</span>
        <MeaningBadge
          meaning={isEmailVerified ? "in_step" : "waiting"}
          word={isEmailVerified ? "Confirmed" : "Not confirmed"}
        />
      </p>
      {mustVerifyEmail && !isEmailVerified ? <VerifyEmailNotice email={email} /> : null}
      {pendingEmail === null ? null : <PendingEmail email={pendingEmail} />}
      <Foldable label="Change e-mail">
        <ChangeEmailForm hasPassword={hasPassword} />
      </Foldable>
    </div>
  );
}
