"use client";

import { useState } from "react";
import { MailSent } from "./mail-sent";
import { OrLine } from "./or-line";
import { ProviderButtons, type SignInMethods } from "./provider-buttons";
import { SignInForm } from "./sign-in-form";

type SignInScreenProps = { goTo: string; email: string; methods: SignInMethods };

/** Every way in that this server offers. */
export function SignInScreen({ goTo, email, methods }: SignInScreenProps) {
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const [typed, setTyped] = useState(email);
  if (mailedTo !== null) {
    return (
      <MailSent
        mailboxUrl={methods.mailboxUrl}
        onBack={() => {
          setTyped(mailedTo);
          setMailedTo(null);
        }}
      >
        If somebody has an account with <strong className="text-ink">{mailedTo}</strong>, a link to sign in is
        on its way there. It works once, for 15 minutes.
      </MailSent>
    );
  }
  return (
    <>
      <SignInForm goTo={goTo} email={typed} canMailLink={methods.emailLink} onLinkAsked={setMailedTo} />
      {methods.providers.length === 0 ? null : <OrLine />}
      <ProviderButtons providers={methods.providers} goTo={goTo} />
    </>
  );
}
