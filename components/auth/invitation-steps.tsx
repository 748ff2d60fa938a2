"use client";

import { signOut } from "next-auth/react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "../ui/button";
import { TextLink } from "../ui/text-link";
import { entranceTo } from "./enter";
import type { Invitation } from "./invitation-card";

/** For somebody who is signed in with another address than the one that was invited. */
export function OtherAddress({ signedInAs, invited }: { signedInAs: string; invited: string }) {
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <p className="bg-attention-wash rounded-md p-3 break-words">
        You are signed in as <strong>{signedInAs}</strong>, and this invitation is for{" "}
        <strong>{invited}</strong>. Sign out and come in with that address.
      </p>
      <Button
        variant="primary"
        className="self-start"
        isPending={isLeaving}
        onClick={() => {
          setIsLeaving(true);
          void signOut({ callbackUrl: window.location.href });
        }}
      >
        Sign out and go on
      </Button>
      <p>
        <TextLink href="/workspaces">Stay signed in and go to your workspaces</TextLink>
      </p>
    </div>
  );
}

/** For somebody who is not signed in: the likelier way in first, with the address filled in and the way back here. */
export function EnterFirst({ invitation, backTo }: { invitation: Invitation; backTo: string }) {
  const on = `callbackUrl=${encodeURIComponent(backTo)}&email=${encodeURIComponent(invitation.email)}`;
  const signIn = {
    href: `${entranceTo(backTo)}&email=${encodeURIComponent(invitation.email)}`,
    label: "Sign in",
  };
  const signUp = { href: `/sign-up?${on}`, label: "Make an account" };
  const [first, other] = invitation.hasAccount ? [signIn, signUp] : [signUp, signIn];
  return (
    <div className="flex flex-wrap gap-3">
      <Button asChild variant="primary">
        <Link href={first.href}>{first.label}</Link>
      </Button>
      <Button asChild>
        <Link href={other.href}>{other.label}</Link>
      </Button>
    </div>
  );
}
