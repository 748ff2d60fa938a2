import type { Metadata } from "next";
import { AuthHeading } from "@/components/auth/auth-heading";
import { DeadLink } from "@/components/auth/dead-link";
import { ResetForm } from "@/components/auth/reset-form";
import { readMailedToken } from "../../mailed-token";
import type { SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "New password" };

/** Where the link of a forgotten password leads. */
export default async function ResetPage({ searchParams }: { searchParams: SearchParams }) {
  const mailed = await readMailedToken(searchParams);
  return (
    <>
      <AuthHeading title="Choose a new password" />
      {mailed.token === null ? (
        <DeadLink sentence={mailed.sentence} action={{ label: "Ask for a new link", href: "/forgot" }} />
      ) : (
        <ResetForm token={mailed.token} />
      )}
    </>
  );
}
