import Link from "next/link";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { connectHref, vendorNames } from "../truth/connection-look";
import { Button } from "../ui/button";

type ReconnectActionProps = { slug: string; connection: VendorConnectionDto };

/** The next step for a connection: connect, choose the business, or connect again. */
export function ReconnectAction({ slug, connection }: ReconnectActionProps) {
  const name = vendorNames[connection.vendor];
  const { status } = connection;
  if (status === "choosing") {
    return (
      <Button asChild variant="primary" className="mt-auto self-start">
        <Link href={`/${slug}/onboarding`}>Choose the business</Link>
      </Button>
    );
  }
  const verb = status === "absent" ? "Connect" : "Reconnect";
  return (
    <div className="mt-auto flex flex-col items-start gap-3">
      {status === "needs_reconnect" ? (
        <p className="text-attention">
          {name} no longer accepts our grant. Work is held back and nothing is lost; it goes on once you
          reconnect.
        </p>
      ) : null}
      <Button asChild variant={status === "active" ? "secondary" : "primary"}>
        <a href={connectHref(connection.vendor, slug)}>
          {verb} {name}
        </a>
      </Button>
    </div>
  );
}
