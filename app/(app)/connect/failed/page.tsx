import type { Metadata } from "next";
import Link from "next/link";
import { PublicHeader } from "@/components/brand/public-header";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { sentenceOfConnectError, vendorSchema } from "@/server/contracts/connect";
import { searchText, type SearchParams } from "../../../search-text";

export const metadata: Metadata = { title: "Nothing was connected" };

const names = { freshbooks: "FreshBooks", pipedrive: "Pipedrive" } as const;

/** The way back from a consent that belongs to no workspace of the person's: what happened, and where to start over. */
export default async function ConnectFailedPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const vendor = vendorSchema.safeParse(searchText(query["vendor"])).data;
  const error = searchText(query["error"]) ?? "internal";
  return (
    <>
      <PublicHeader />
      <main
        id="main"
        className="mx-auto flex w-full max-w-xl flex-col items-start gap-6 px-4 pt-8 pb-16 sm:pt-16"
      >
        <h1 className="text-display font-semibold tracking-tight">
          {vendor === undefined ? "Nothing was connected" : `${names[vendor]} was not connected`}
        </h1>
        <Note>{sentenceOfConnectError({ error, missing: searchText(query["missing"]) })}</Note>
        <p className="text-ink-soft max-w-prose">
          Nothing of it was stored. Start over from the workspace that it is for: its set-up and its
          Connections have the button.
        </p>
        <Button asChild variant="primary">
          <Link href="/workspaces">Start over</Link>
        </Button>
      </main>
    </>
  );
}
