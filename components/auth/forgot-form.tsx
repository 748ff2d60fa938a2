"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { addressInput } from "@/server/contracts/security";
import { useAttempt } from "../lib/use-attempt";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { TextField } from "../ui/text-field";
import { MailSent } from "./mail-sent";

/** Asks for a link with which to choose a new password. */
export function ForgotForm({ mailboxUrl }: { mailboxUrl: string | null }) {
  const trpc = useTRPC();
  const request = useMutation(trpc.account.requestReset.mutationOptions());
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: standardSchemaResolver(addressInput),
    defaultValues: { email: "" },
  });
  const { failure, attempt } = useAttempt(["email"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await request.mutateAsync(input);
    }),
  );
  if (request.isSuccess) {
    return (
      <MailSent mailboxUrl={mailboxUrl} onBack={request.reset}>
        If somebody has an account with <strong className="text-ink">{request.data.email}</strong>, a link for
        choosing a new password is on its way there. It works once, for an hour.
      </MailSent>
    );
  }
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        error={formState.errors.email?.message}
        {...register("email")}
      />
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
        E-mail me a link
      </Button>
    </form>
  );
}
