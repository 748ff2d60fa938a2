import Link from "next/link";
import { NothingHere } from "@/components/brand/nothing-here";
import { Button } from "@/components/ui/button";

export const metadata = { title: "Not found" };

/** For addresses that lead nowhere, and for what is not the viewer's to see: the two look alike on purpose. */
export default function NotFound() {
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <NothingHere title="There is nothing at this address">
        It may have moved, or belong to a workspace that you are not a member of.
        <div className="mt-6 flex justify-center gap-2">
          <Button asChild variant="primary">
            <Link href="/workspaces">Go to your workspaces</Link>
          </Button>
        </div>
      </NothingHere>
    </main>
  );
}
