"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { signInInput } from "@/server/contracts/account";
import { signInErrorSentences } from "@/server/contracts/security";
import { useAttempt } from "../lib/use-attempt";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { PasswordField } from "../ui/password-field";
import { TextField } from "../ui/text-field";
import { TextLink } from "../ui/text-link";
import { enterWithPassword, entranceTo, type Entry } from "./enter";
import { EntryError } from "./entry-error";

type SignInFormProps = {
  goTo: string;
  /** Filled in by whoever sent the person here; empty otherwise. */
  email: string;
  canMailLink: boolean;
  /** A link to sign in with was asked for, for this address. */
  onLinkAsked: (email: string) => void;
};

/** The form's fields, signing in with them, and asking for a link instead. */
function useSignIn({ goTo, email, onLinkAsked }: SignInFormProps) {
  const [entry, setEntry] = useState<Entry | null>(null);
  const trpc = useTRPC();
  const ask = useMutation(trpc.security.requestSignInLink.mutationOptions());
  const form = useForm({
    resolver: standardSchemaResolver(signInInput),
    defaultValues: { email, password: "" },
  });
  const { failure, attempt } = useAttempt(["email"], form.setError);
  const enter = form.handleSubmit(async (input) => {
    setEntry(null);
    const answer = await enterWithPassword(input.email, input.password);
    setEntry(answer);
    if (answer.kind === "entered") window.location.assign(entranceTo(goTo));
  });
  const mailLink = async () => {
    setEntry(null);
    if (!(await form.trigger("email", { shouldFocus: true }))) return;
    await attempt(async () => {
      const sent = await ask.mutateAsync({ email: form.getValues("email") });
      onLinkAsked(sent.email);
    });
  };
  const isEntering = form.formState.isSubmitting || entry?.kind === "entered";
  return { form, entry, failure, enter, isEntering, mailLink, isAsking: ask.isPending };
}

/** E-mail and password, or a mailed link. What was typed stays when it fails. */
export function SignInForm(props: SignInFormProps) {
  const { form, entry, failure, enter, isEntering, mailLink, isAsking } = useSignIn(props);
  const { errors } = form.formState;
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void enter(event)}>
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...form.register("email")}
      />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password")}
      />
      <EntryError entry={entry} refusal={signInErrorSentences.CredentialsSignin} />
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" isPending={isEntering}>
        Sign in
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <TextLink href="/forgot" className="text-small py-2">
          Forgot your password?
        </TextLink>
        {props.canMailLink ? (
          <Button variant="quiet" size="sm" isPending={isAsking} onClick={() => void mailLink()}>
            E-mail me a link
          </Button>
        ) : null}
      </div>
    </form>
  );
}
