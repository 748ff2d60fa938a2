"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { signInInput } from "@/server/contracts/account";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { enter } from "./enter";
import { FormError } from "../ui/form-error";

const sentences = {
  refused: "E-mail and password do not belong together. Check both and try again.",
  unreachable: "The server did not answer. What you typed is still here; try again in a moment.",
} as const;

/** Sign-in. What was typed stays when it fails. */
export function SignInForm({ goTo }: { goTo: string }) {
  const [failure, setFailure] = useState<keyof typeof sentences | null>(null);
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(signInInput),
    defaultValues: { email: "", password: "" },
  });
  const submit = handleSubmit(async ({ email, password }) => {
    setFailure(null);
    const entry = await enter(email, password);
    if (entry === "entered") window.location.assign(goTo);
    else setFailure(entry);
  });
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        error={formState.errors.email?.message}
        {...register("email")}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        error={formState.errors.password?.message}
        {...register("password")}
      />
      <FormError>{failure === null ? null : sentences[failure]}</FormError>
      <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
        Sign in
      </Button>
    </form>
  );
}
