"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { signUpInput, type SignUpInput } from "@/server/contracts/account";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { enter } from "./enter";
import { FormError } from "../ui/form-error";

const notEntered = "Your account is made, but signing in did not work. Please sign in with it.";

/** Makes the account, then signs in with it; null once done, else the sentence to show. */
function useSignUp(): (input: SignUpInput) => Promise<string | null> {
  const trpc = useTRPC();
  const signUp = useMutation(trpc.account.signUp.mutationOptions());
  return async (input) => {
    try {
      await signUp.mutateAsync(input);
    } catch (error) {
      return problemOf(error).sentence;
    }
    return (await enter(input.email, input.password)) === "entered" ? null : notEntered;
  };
}

/** Sign-up. What was typed stays when it fails. */
export function SignUpForm({ goTo }: { goTo: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  const signUp = useSignUp();
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(signUpInput),
    defaultValues: { name: "", email: "", password: "" },
  });
  const { errors } = formState;
  const submit = handleSubmit(async (input) => {
    const sentence = await signUp(input);
    setFailure(sentence);
    if (sentence === null) window.location.assign(goTo);
  });
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
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters; a few plain words are fine."
        error={errors.password?.message}
        {...register("password")}
      />
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
        Make account
      </Button>
    </form>
  );
}
