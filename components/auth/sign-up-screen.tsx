"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { entranceTo } from "./enter";
import { MailSent } from "./mail-sent";
import { OrLine } from "./or-line";
import { ProviderButtons, type SignInMethods } from "./provider-buttons";
import { SignUpForm } from "./sign-up-form";

type SignUpScreenProps = { goTo: string; email: string; methods: SignInMethods };

/** A new account, by password or by a service that vouches for the person. */
export function SignUpScreen({ goTo, email, methods }: SignUpScreenProps) {
  const [notEntered, setNotEntered] = useState<string | null>(null);
  if (notEntered !== null) return <SignInNext {...{ goTo, methods }} email={notEntered} />;
  return (
    <>
      <SignUpForm goTo={goTo} email={email} onNotEntered={setNotEntered} />
      {methods.providers.length === 0 ? null : <OrLine />}
      <ProviderButtons providers={methods.providers} goTo={goTo} />
    </>
  );
}

/** Says nothing of whether the address had an account before: only its mail does. */
function SignInNext({ goTo, email, methods }: SignUpScreenProps) {
  return (
    <div className="flex flex-col gap-4">
      {methods.canReset ? (
        <MailSent mailboxUrl={methods.mailboxUrl}>
          We wrote to <strong className="text-ink">{email}</strong> how to go on.
        </MailSent>
      ) : (
        <FormError>
          This password does not open the account. Sign in with the one that it was made with.
        </FormError>
      )}
      <Button asChild variant="primary" className="self-start">
        <Link href={`${entranceTo(goTo)}&email=${encodeURIComponent(email)}`}>Sign in</Link>
      </Button>
    </div>
  );
}
