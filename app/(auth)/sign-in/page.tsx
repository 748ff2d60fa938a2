import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { sameSitePath } from "@/components/lib/same-site-path";
import { readSession } from "@/server/auth/session";
import { searchText, type SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "Sign in" };

/** E-mail and password; leads back to where the person was going. */
export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const goTo = sameSitePath(searchText(query["callbackUrl"]), "/workspaces");
  if (await readSession()) redirect(goTo);
  return (
    <>
      <h1 className="text-display font-semibold tracking-tight">Sign in</h1>
      <p className="text-ink-soft mt-1 mb-8">
        New here?{" "}
        <Link
          href={`/sign-up?callbackUrl=${encodeURIComponent(goTo)}`}
          className="text-accent-ink font-medium underline underline-offset-4"
        >
          Make an account
        </Link>
      </p>
      <SignInForm goTo={goTo} />
    </>
  );
}
