"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { changePasswordInput } from "@/server/contracts/security";
import { useAttempt } from "../lib/use-attempt";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { PasswordField } from "../ui/password-field";
import { useClose } from "./foldable";
import { useRefreshAccount } from "./use-account";

/** Changes the password, or sets the first one of somebody who came by another way. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const close = useClose();
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const change = useMutation(trpc.account.changePassword.mutationOptions());
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: standardSchemaResolver(changePasswordInput),
    defaultValues: { password: "", ...(hasPassword ? { current: "" } : {}) },
  });
  const { errors } = formState;
  const { failure, attempt } = useAttempt(["current", "password"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await change.mutateAsync(input);
      await refresh();
      toast.success("Your password is saved", { description: "Every other browser is signed out." });
      close();
    }),
  );
  return (
    <form
      aria-label="Password"
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      {hasPassword ? (
        <PasswordField
          label="Current password"
          autoComplete="current-password"
          error={errors.current?.message}
          {...register("current")}
        />
      ) : null}
      <PasswordField
        label="New password"
        autoComplete="new-password"
        hint="At least 10 characters; a few plain words are fine."
        error={errors.password?.message}
        {...register("password")}
      />
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" className="self-start" isPending={formState.isSubmitting}>
        Save password
      </Button>
    </form>
  );
}
