import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { sameSitePath } from "@/components/lib/same-site-path";
import { readSession } from "@/server/auth/session";
import { searchText, type SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "Sign up" };

/** Name, e-mail, password; signs in at once and goes on to the first workspace. */
export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const goTo = sameSitePath(searchText(query["callbackUrl"]), "/workspaces");
  if (await readSession()) redirect(goTo);
  return (
    <>
      <h1 className="text-display font-semibold tracking-tight">Make an account</h1>
      <p className="text-ink-soft mt-1 mb-8">
        Free to use. Already have one?{" "}
        <Link
          href={`/sign-in?callbackUrl=${encodeURIComponent(goTo)}`}
          className="text-accent-ink font-medium underline underline-offset-4"
        >
          Sign in
        </Link>
      </p>
      <SignUpForm goTo={goTo} />
    </>
  );
}
