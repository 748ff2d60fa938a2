import type { Metadata } from "next";
import { AuthHeading } from "@/components/auth/auth-heading";
import { DeadLink } from "@/components/auth/dead-link";
import { LinkEntry } from "@/components/auth/link-entry";
import { readMailedToken } from "../../../mailed-token";
import type { SearchParams } from "../../../search-text";

export const metadata: Metadata = { title: "Sign in by link" };

/** Where a mailed link to sign in leads. Opening it does nothing yet: that takes the button. */
export default async function LinkPage({ searchParams }: { searchParams: SearchParams }) {
  const mailed = await readMailedToken(searchParams);
  return (
    <>
      <AuthHeading title="Sign in by link">You asked for a link to sign in to ml-connector.</AuthHeading>
      {mailed.token === null ? (
        <DeadLink sentence={mailed.sentence} action={{ label: "Back to sign-in", href: "/sign-in" }} />
      ) : (
        <LinkEntry token={mailed.token} />
      )}
    </>
  );
}
