"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { resetPasswordInput } from "@/server/contracts/security";
import { useAttempt } from "../lib/use-attempt";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { PasswordField } from "../ui/password-field";
import { TextLink } from "../ui/text-link";
import { DoneStep } from "./done-step";

const passwordForm = resetPasswordInput.pick({ password: true });

/** Chooses a new password with a mailed link. */
export function ResetForm({ token }: { token: string }) {
  const trpc = useTRPC();
  const resetPassword = useMutation(trpc.account.resetPassword.mutationOptions());
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: standardSchemaResolver(passwordForm),
    defaultValues: { password: "" },
  });
  const { failure, attempt } = useAttempt(["password"], setError);
  const submit = handleSubmit(({ password }) =>
    attempt(async () => {
      await resetPassword.mutateAsync({ token, password });
    }),
  );
  if (resetPassword.isSuccess) {
    return (
      <DoneStep title="Your password is changed" action={{ label: "Sign in", href: "/sign-in" }}>
        Every browser that was signed in has been signed out.
      </DoneStep>
    );
  }
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
      <PasswordField
        label="New password"
        autoComplete="new-password"
        hint="At least 10 characters; a few plain words are fine."
        error={formState.errors.password?.message}
        {...register("password")}
      />
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
        Change password
      </Button>
      {failure === null ? null : (
        <p>
          <TextLink href="/forgot">Ask for a new link</TextLink>
        </p>
      )}
    </form>
  );
}
