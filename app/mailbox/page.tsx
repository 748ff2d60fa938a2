import type { Metadata } from "next";
import { PublicHeader } from "@/components/brand/public-header";
import { MailboxScreen } from "@/components/mailbox/mailbox-screen";
import { loadForPage } from "../server-api";
import { searchText, type SearchParams } from "../search-text";

export const metadata: Metadata = { title: "Local mailbox", robots: { index: false } };

/** The mails of an installation for trying, which go nowhere; nothing is at this address in any other. */
export default async function MailboxPage({ searchParams }: { searchParams: SearchParams }) {
  const to = (searchText((await searchParams)["to"]) ?? "").trim().toLowerCase().slice(0, 254);
  const mails = await loadForPage("/mailbox", (api) => api.mailbox.list(to === "" ? {} : { to }));
  return (
    <>
      <PublicHeader />
      <main id="main" className="mx-auto w-full max-w-3xl px-4 pt-8 pb-16">
        <h1 className="text-display font-semibold tracking-tight">Local mailbox</h1>
        <p className="text-ink-soft mt-1 mb-6 max-w-prose">
          These mails go nowhere. This installation is for trying, so what it would send is kept here for
          whoever can open this page.
        </p>
        <MailboxScreen initial={{ to, mails }} />
      </main>
    </>
  );
}
