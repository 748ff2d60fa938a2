import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/auth/auth-heading";
import { SecondFactorForm } from "@/components/auth/second-factor-form";
import { sameSitePath } from "@/components/lib/same-site-path";
import { readPendingSession, readSession } from "@/server/auth/session";
import { searchText, type SearchParams } from "../../../search-text";

export const metadata: Metadata = { title: "Two-factor sign-in" };

/** The code of the second factor, for whoever has just given their password. */
export default async function SecondFactorPage({ searchParams }: { searchParams: SearchParams }) {
  const goTo = sameSitePath(searchText((await searchParams)["callbackUrl"]), "/workspaces");
  if (await readSession()) redirect(goTo);
  const pending = await readPendingSession();
  if (!pending) redirect(`/sign-in?callbackUrl=${encodeURIComponent(goTo)}`);
  return (
    <>
      <AuthHeading title="One more step">
        <span className="break-words">{pending.email}</span> asks for a code as well.
      </AuthHeading>
      <SecondFactorForm goTo={goTo} />
    </>
  );
}
