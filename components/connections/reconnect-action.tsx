import Link from "next/link";
import type { ConnectEnvironment } from "@/server/contracts/connect";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { ConnectButtons } from "../truth/connect-buttons";
import { vendorNames } from "../truth/connection-look";
import { TokenForm } from "../truth/token-form";
import { Button } from "../ui/button";

type ReconnectActionProps = {
  slug: string;
  connection: VendorConnectionDto;
  offers: readonly ConnectEnvironment[];
  allowsTokens: boolean;
};

/** The next step for a connection: connect, choose the business, or connect again. */
export function ReconnectAction({ slug, connection, offers, allowsTokens }: ReconnectActionProps) {
  const name = vendorNames[connection.vendor];
  const { status } = connection;
  if (status === "choosing") {
    return (
      <Button asChild variant="primary">
        <Link href={`/${slug}/onboarding`}>Choose the business</Link>
      </Button>
    );
  }
  return (
    <>
      {status === "needs_reconnect" ? (
        <p className="text-attention">
          {connection.reconnectReason ?? `${name} no longer accepts our grant.`} Work is held back and nothing
          is lost; it goes on once you reconnect.
        </p>
      ) : null}
      <ConnectButtons slug={slug} connection={connection} offers={offers} />
      {connection.vendor === "pipedrive" && allowsTokens ? (
        <TokenForm slug={slug} environment={connection.environment ?? offers[0] ?? "live"} />
      ) : null}
    </>
  );
}
