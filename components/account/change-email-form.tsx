"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { changeEmailInput } from "@/server/contracts/security";
import { useAttempt } from "../lib/use-attempt";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { PasswordField } from "../ui/password-field";
import { TextField } from "../ui/text-field";
import { useClose } from "./foldable";
import { useRefreshAccount } from "./use-account";

/** Asks for another address; nothing changes until the link in the mail to it is pressed. */
export function ChangeEmailForm({ hasPassword }: { hasPassword: boolean }) {
  const close = useClose();
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const request = useMutation(trpc.account.requestEmailChange.mutationOptions());
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: standardSchemaResolver(changeEmailInput),
    defaultValues: { email: "", ...(hasPassword ? { password: "" } : {}) },
  });
  const { errors } = formState;
  const { failure, attempt } = useAttempt(["email", "password"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await request.mutateAsync(input);
      await refresh();
      toast.success("Check your mail", { description: `We sent a link to ${input.email}.` });
      close();
    }),
  );
  return (
    <form
      aria-label="Change e-mail"
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label="New e-mail"
        type="email"
        autoComplete="email"
        hint="We send a link there. Until you press it, the old address stays."
        error={errors.email?.message}
        {...register("email")}
      />
      {hasPassword ? (
        <PasswordField
          label="Your password"
          autoComplete="current-password"
          error={errors.password?.message}
          {...register("password")}
        />
      ) : null}
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" className="self-start" isPending={formState.isSubmitting}>
        Send the link
      </Button>
    </form>
  );
}
