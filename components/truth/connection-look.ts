import type { ConnectEnvironment } from "@/server/contracts/connect";
import type { CallbackDto, VendorConnectionDto } from "@/server/contracts/overview";
import type { Meaning } from "./meaning";

type Look = { meaning: Meaning; word: string };

export const vendorNames = {
  freshbooks: "FreshBooks",
  pipedrive: "Pipedrive",
} as const satisfies Record<VendorConnectionDto["vendor"], string>;

/** A connection's state in one of the five meanings and a word. */
export const connectionLooks = {
  absent: { meaning: "excluded", word: "Not connected" },
  choosing: { meaning: "waiting", word: "Business not chosen" },
  active: { meaning: "in_step", word: "Connected" },
  needs_reconnect: { meaning: "attention", word: "Reconnect" },
} as const satisfies Record<VendorConnectionDto["status"], Look>;

/** A callback's registration at FreshBooks. */
export const callbackLooks = {
  registering: { meaning: "waiting", word: "Registering" },
  pending: { meaning: "waiting", word: "Awaiting handshake" },
  verified: { meaning: "in_step", word: "Verified" },
  failed: { meaning: "failing", word: "Failed" },
} as const satisfies Record<CallbackDto["status"], Look>;

/** Where the button to connect a vendor leads: a route that goes on to the vendor's consent page. */
export function connectHref(
  vendor: VendorConnectionDto["vendor"],
  slug: string,
  environment: ConnectEnvironment,
): string {
  return `/api/oauth/${vendor}/start?workspace=${encodeURIComponent(slug)}&environment=${environment}`;
}

const absent = {
  status: "absent",
  environment: null,
  isSandbox: false,
  sandboxUrl: null,
  accountName: null,
  userName: null,
  connectedAt: null,
  grant: null,
  reconnectReason: null,
  reconnectSince: null,
} as const satisfies Omit<VendorConnectionDto, "vendor">;

/** The connection to one vendor, among both. */
export function connectionOf(
  connections: readonly VendorConnectionDto[],
  vendor: VendorConnectionDto["vendor"],
): VendorConnectionDto {
  return connections.find((connection) => connection.vendor === vendor) ?? { vendor, ...absent };
}
