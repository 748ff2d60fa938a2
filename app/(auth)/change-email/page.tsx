import type { Metadata } from "next";
import { AuthHeading } from "@/components/auth/auth-heading";
import { DeadLink } from "@/components/auth/dead-link";
import { ChangeEmailStep } from "@/components/auth/mailed-step";
import { readMailedToken } from "../../mailed-token";
import type { SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "Change your address" };

/** Where the link in the mail to a new address leads. It takes the button: mail scanners open links too. */
export default async function ChangeEmailPage({ searchParams }: { searchParams: SearchParams }) {
  const mailed = await readMailedToken(searchParams);
  return (
    <>
      <AuthHeading title="Change your address">
        You asked to sign in with this address from now on.
      </AuthHeading>
      {mailed.token === null ? (
        <DeadLink sentence={mailed.sentence} action={{ label: "Go to your account", href: "/account" }} />
      ) : (
        <ChangeEmailStep token={mailed.token} />
      )}
    </>
  );
}
