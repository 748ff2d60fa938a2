"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { MailWarning } from "lucide-react";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { TextLink } from "../ui/text-link";
import { useConfirmation } from "./use-confirmation";

/**
 * Asks somebody who is new to press the link in the mail to their address, and sends it again. For every screen where
 * something waits for that; it goes by itself once that is done. Needs `ApiProvider` around it.
 */
export function VerifyEmailNotice({ email }: { email: string }) {
  const trpc = useTRPC();
  const { data: methods } = useQuery({ ...trpc.security.methods.queryOptions(), staleTime: Infinity });
  const resend = useMutation(trpc.account.resendVerification.mutationOptions());
  const mailboxUrl = methods?.mailboxUrl ?? null;
  const isConfirmed = useConfirmation();
  if (isConfirmed) return null;
  return (
    <section
      aria-label="Confirm your e-mail address"
      className="bg-attention-wash flex flex-wrap items-start gap-3 rounded-md p-4"
    >
      <MailWarning aria-hidden className="text-attention mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-medium">Check your mail</h2>
        <p className="text-ink-soft break-words">
          We sent a link to <strong className="text-ink">{email}</strong>. Press it to confirm the address;
          connecting FreshBooks and Pipedrive waits for that.
        </p>
        {mailboxUrl === null ? null : (
          <p className="mt-1">
            <TextLink href={mailboxUrl}>Open the local mailbox</TextLink>
          </p>
        )}
        <p role="status" className="text-ink-soft">
          {resend.isSuccess ? "Sent again. Give it a minute, and look into the spam folder too." : null}
        </p>
        <p role="alert" className="text-failing">
          {resend.isError ? problemOf(resend.error).sentence : null}
        </p>
      </div>
      <Button
        size="sm"
        isPending={resend.isPending}
        onClick={() => {
          resend.mutate();
        }}
      >
        Send it again
      </Button>
    </section>
  );
}
