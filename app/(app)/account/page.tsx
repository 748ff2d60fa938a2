import type { Metadata } from "next";
import Link from "next/link";
import { AccountScreen } from "@/components/account/account-screen";
import { PublicHeader } from "@/components/brand/public-header";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { SignOutButton } from "@/components/workspaces/sign-out-button";
import { signInErrorSentence } from "@/server/contracts/security";
import { loadForPage } from "../../server-api";
import { searchText, type SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "Your account" };

/** The person's own account. `error` in the address says why a service could not be linked to it. */
export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const error = searchText((await searchParams)["error"]);
  const [profile, sessions, methods] = await loadForPage("/account", (api) =>
    Promise.all([api.account.profile(), api.account.listSessions(), api.security.methods()]),
  );
  return (
    <>
      <PublicHeader>
        <Button asChild variant="quiet" size="sm">
          <Link href="/workspaces">Workspaces</Link>
        </Button>
        <SignOutButton />
      </PublicHeader>
      <main id="main" className="mx-auto w-full max-w-2xl px-4 pt-8 pb-16 sm:pt-16">
        <h1 className="text-display mb-8 font-semibold tracking-tight">Your account</h1>
        {error === undefined ? null : (
          <div className="mb-8">
            <FormError>{signInErrorSentence(error)}</FormError>
          </div>
        )}
        <AccountScreen {...{ profile, sessions, methods }} />
      </main>
    </>
  );
}
