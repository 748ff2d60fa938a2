import Link from "next/link";
import { PublicHeader } from "@/components/brand/public-header";
import { LifeOfAnInvoice } from "@/components/landing/life-of-an-invoice";
import { Promises } from "@/components/landing/promises";
import { TwoColumns } from "@/components/landing/two-columns";
import { Button } from "@/components/ui/button";

/** What the product is, the one idea drawn, and what it promises. */
export default function LandingPage() {
  return (
    <>
      <PublicHeader>
        <Button asChild variant="quiet" size="sm">
          <Link href="/sign-in">Sign in</Link>
        </Button>
        <Button asChild size="sm" className="max-sm:hidden">
          <Link href="/sign-up">Sign up</Link>
        </Button>
      </PublicHeader>
      <main id="main" className="mx-auto w-full max-w-[1200px] px-4 pb-16 md:px-8">
        <section className="mx-auto max-w-2xl pt-12 pb-12 text-center md:pt-20">
          <h1 className="text-display font-semibold tracking-tight text-balance">
            FreshBooks is the ledger. Pipedrive becomes its true picture.
          </h1>
          <p className="text-lead text-ink-soft mx-auto mt-4 max-w-xl text-balance">
            Every client is an organization and every invoice a deal: once, to the cent, seconds after it
            changes. One way only; your books are never written.
          </p>
          <div className="mt-8 flex flex-wrap justify-center gap-3">
            <Button asChild variant="primary">
              <Link href="/sign-up">Sign up, it is free</Link>
            </Button>
            <Button asChild>
              <Link href="/sign-in">Sign in</Link>
            </Button>
          </div>
        </section>
        <TwoColumns />
        <LifeOfAnInvoice />
        <Promises />
      </main>
      <footer className="text-small text-ink-faint border-t">
        <p className="mx-auto max-w-[1200px] px-4 py-6 md:px-8">
          ml-connector is free to use and runs on your own machine with one command. Not made or endorsed by
          FreshBooks or Pipedrive.
        </p>
      </footer>
    </>
  );
}
