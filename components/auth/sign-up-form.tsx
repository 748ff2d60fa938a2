"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { signUpInput } from "@/server/contracts/account";
import { useAttempt } from "../lib/use-attempt";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { PasswordField } from "../ui/password-field";
import { TextField } from "../ui/text-field";
import { enterWithPassword, entranceTo } from "./enter";

type SignUpFormProps = {
  goTo: string;
  email: string;
  /** The account is made or was there before, and this password does not open it. */
  onNotEntered: (email: string) => void;
};

/** Makes the account, then signs in with it. What was typed stays when it fails. */
export function SignUpForm({ goTo, email, onNotEntered }: SignUpFormProps) {
  const trpc = useTRPC();
  const signUp = useMutation(trpc.account.signUp.mutationOptions());
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: standardSchemaResolver(signUpInput),
    defaultValues: { name: "", email, password: "" },
  });
  const { errors } = formState;
  const { failure, attempt } = useAttempt(["name", "email", "password"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await signUp.mutateAsync(input);
      const entry = await enterWithPassword(input.email, input.password);
      if (entry.kind === "entered") window.location.assign(entranceTo(goTo));
      else onNotEntered(input.email);
    }),
  );
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
      <TextField label="Name" autoComplete="name" error={errors.name?.message} {...register("name")} />
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...register("email")}
      />
      <PasswordField
        label="Password"
        autoComplete="new-password"
        hint="At least 10 characters; a few plain words are fine."
        error={errors.password?.message}
        {...register("password")}
      />
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" isPending={formState.isSubmitting || signUp.isSuccess}>
        Make account
      </Button>
    </form>
  );
}
