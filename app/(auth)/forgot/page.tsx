import type { Metadata } from "next";
import { connection } from "next/server";
import { AuthHeading } from "@/components/auth/auth-heading";
import { ForgotForm } from "@/components/auth/forgot-form";
import { TextLink } from "@/components/ui/text-link";
import { createCaller } from "@/server/api/root";

export const metadata: Metadata = { title: "Forgotten password" };

/** Asks for a mail with which to choose a new password. */
export default async function ForgotPage() {
  // What the server offers is known when it runs, not when it is built.
  await connection();
  const { canReset, mailboxUrl } = await createCaller().security.methods();
  return (
    <>
      <AuthHeading title="Choose a new password">
        {canReset
          ? "We send you a link. Remembered it after all? "
          : "This server sends no mail. Ask whoever runs it to help you back in. "}
        <TextLink href="/sign-in">Sign in</TextLink>
      </AuthHeading>
      {canReset ? <ForgotForm mailboxUrl={mailboxUrl} /> : null}
    </>
  );
}
