"use client";

import { useMutation } from "@tanstack/react-query";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { DeadLink } from "./dead-link";
import { DoneStep } from "./done-step";

/** Refusals that no second press will change: the link is used up or too old, or the address went to somebody else. */
const finalCodes: ReadonlySet<string | null> = new Set(["BAD_REQUEST", "CONFLICT", "NOT_FOUND"]);

type MailedStepProps = {
  verb: string;
  isPending: boolean;
  isDone: boolean;
  error: unknown;
  done: string;
  meaning: string;
  onConfirm: () => void;
};

/** A mailed link with one thing to do. It takes a press: what merely opens links in mails uses nothing up. */
function MailedStep({ verb, isPending, isDone, error, done, meaning, onConfirm }: MailedStepProps) {
  if (isDone) {
    return (
      <DoneStep title={done} action={{ label: "Go on", href: "/workspaces" }}>
        {meaning}
      </DoneStep>
    );
  }
  const problem = error === null ? null : problemOf(error);
  if (problem !== null && finalCodes.has(problem.code)) {
    return (
      <DeadLink sentence={problem.sentence} action={{ label: "Go to your account", href: "/account" }} />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <FormError>{problem?.sentence ?? null}</FormError>
      <Button variant="primary" isPending={isPending} onClick={onConfirm}>
        {verb}
      </Button>
    </div>
  );
}

/** Confirms the address that somebody signed up with. */
export function VerifyStep({ token }: { token: string }) {
  const trpc = useTRPC();
  const verify = useMutation(trpc.account.verifyEmail.mutationOptions());
  return (
    <MailedStep
      verb="Confirm address"
      done="Your address is confirmed"
      meaning="You can connect FreshBooks and Pipedrive now."
      {...{ isPending: verify.isPending, isDone: verify.isSuccess, error: verify.error }}
      onConfirm={() => {
        verify.mutate({ token });
      }}
    />
  );
}

/** Confirms the new address of somebody who changes theirs. */
export function ChangeEmailStep({ token }: { token: string }) {
  const trpc = useTRPC();
  const confirm = useMutation(trpc.account.confirmEmailChange.mutationOptions());
  return (
    <MailedStep
      verb="Use this address"
      done="Your address is changed"
      meaning="Sign in with it from now on. We told both addresses."
      {...{ isPending: confirm.isPending, isDone: confirm.isSuccess, error: confirm.error }}
      onConfirm={() => {
        confirm.mutate({ token });
      }}
    />
  );
}
