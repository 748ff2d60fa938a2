import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/auth/auth-heading";
import { SignUpScreen } from "@/components/auth/sign-up-screen";
import { sameSitePath } from "@/components/lib/same-site-path";
import { TextLink } from "@/components/ui/text-link";
import { createCaller } from "@/server/api/root";
import { readSession } from "@/server/auth/session";
import { searchText, type SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "Sign up" };

/** Name, e-mail, password, or a service that knows them; signs in at once and goes on to the first workspace. */
export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const goTo = sameSitePath(searchText(query["callbackUrl"]), "/workspaces");
  if (await readSession()) redirect(goTo);
  const methods = await createCaller().security.methods();
  return (
    <>
      <AuthHeading title="Make an account">
        Free to use. Already have one?{" "}
        <TextLink href={`/sign-in?callbackUrl=${encodeURIComponent(goTo)}`}>Sign in</TextLink>
      </AuthHeading>
      <SignUpScreen goTo={goTo} email={searchText(query["email"]) ?? ""} methods={methods} />
    </>
  );
}
