"use client";

import type { ConnectEnvironment } from "@/server/contracts/connect";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { Button } from "../ui/button";
import { connectHref, vendorNames } from "./connection-look";
import { useRefusal } from "./workspace-provider";

type ConnectButtonsProps = {
  slug: string;
  connection: VendorConnectionDto;
  /** Where the buttons may lead, the likeliest first. */
  offers: readonly ConnectEnvironment[];
  /** Why they lead nowhere yet, as a sentence; null when they do. */
  heldBack?: string | null;
};

type ConnectButtonProps = Omit<ConnectButtonsProps, "offers" | "heldBack"> & {
  environment: ConnectEnvironment;
  /** Beside another, which comes first. */
  isSecond: boolean;
};

function ConnectButton({ slug, connection, environment, isSecond }: ConnectButtonProps) {
  const { vendor, status } = connection;
  const name = vendorNames[vendor];
  const first = environment === "live" ? `Connect ${name}` : `Connect the ${name} sandbox`;
  const words = status === "absent" ? first : `Reconnect ${name}`;
  return (
    <Button asChild variant={isSecond || status === "active" ? "secondary" : "primary"}>
      <a href={connectHref(vendor, slug, environment)}>{isSecond ? "Try it with sandbox data" : words}</a>
    </Button>
  );
}

/** The buttons to a vendor's consent page: the real one, and its stand-in's where the operator offers a sandbox. */
export function ConnectButtons({ slug, connection, offers, heldBack = null }: ConnectButtonsProps) {
  const refusal = useRefusal("connections.manage") ?? heldBack;
  if (refusal !== null) return <p className="text-ink-soft max-w-prose">{refusal}</p>;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        {offers.map((environment, index) => (
          <ConnectButton key={environment} {...{ slug, connection, environment }} isSecond={index > 0} />
        ))}
      </div>
      {offers.includes("sandbox") && connection.status === "absent" ? (
        <p className="text-small text-ink-soft max-w-prose">
          The sandbox stands in for FreshBooks and Pipedrive with made-up accounts, for both sides of a
          workspace. No real account is read or written.
        </p>
      ) : null}
    </div>
  );
}
