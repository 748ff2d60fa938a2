import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/auth/auth-heading";
import { SignInScreen } from "@/components/auth/sign-in-screen";
import { sameSitePath } from "@/components/lib/same-site-path";
import { FormError } from "@/components/ui/form-error";
import { TextLink } from "@/components/ui/text-link";
import { createCaller } from "@/server/api/root";
import { readPendingSession, readSession } from "@/server/auth/session";
import { signInErrorSentence } from "@/server/contracts/security";
import { searchText, type SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "Sign in" };

/**
 * Every way in; leads back to where the person was going. Whoever is in already goes on at once, also after a service
 * refused to be linked to their account: the account page then says why.
 */
export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const goTo = sameSitePath(searchText(query["callbackUrl"]), "/workspaces");
  const error = searchText(query["error"]);
  if (await readSession()) {
    redirect(error === undefined ? goTo : `/account?error=${encodeURIComponent(error)}`);
  }
  const on = `callbackUrl=${encodeURIComponent(goTo)}`;
  if (await readPendingSession()) redirect(`/sign-in/second-factor?${on}`);
  const methods = await createCaller().security.methods();
  return (
    <>
      <AuthHeading title="Sign in">
        New here? <TextLink href={`/sign-up?${on}`}>Make an account</TextLink>
      </AuthHeading>
      {error === undefined ? null : (
        <div className="mb-6">
          <FormError>{signInErrorSentence(error)}</FormError>
        </div>
      )}
      <SignInScreen goTo={goTo} email={searchText(query["email"]) ?? ""} methods={methods} />
    </>
  );
}
