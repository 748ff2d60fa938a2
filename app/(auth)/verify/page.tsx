import type { Metadata } from "next";
import { AuthHeading } from "@/components/auth/auth-heading";
import { DeadLink } from "@/components/auth/dead-link";
import { VerifyStep } from "@/components/auth/mailed-step";
import { readMailedToken } from "../../mailed-token";
import type { SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "Confirm your address" };

/** Where the link for confirming an address leads. It takes the button: mail scanners open links too. */
export default async function VerifyPage({ searchParams }: { searchParams: SearchParams }) {
  const mailed = await readMailedToken(searchParams);
  return (
    <>
      <AuthHeading title="Confirm your address">So that we know that our mails reach you.</AuthHeading>
      {mailed.token === null ? (
        <DeadLink sentence={mailed.sentence} action={{ label: "Go to your account", href: "/account" }} />
      ) : (
        <VerifyStep token={mailed.token} />
      )}
    </>
  );
}
