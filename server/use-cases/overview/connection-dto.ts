import "server-only";
import type { CallbackDto, VendorConnectionDto } from "../../contracts/overview";
import type { CallbackView } from "../../db/repos/callback";
import type { ConnectionFacts } from "../../db/repos/connection-facts";

const vendors = ["freshbooks", "pipedrive"] as const;

/** Both vendors in their fixed order, `absent` where the workspace has no connection. */
export function toConnectionDtos(connections: readonly ConnectionFacts[]): VendorConnectionDto[] {
  return vendors.map((vendor) => {
    const found = connections.find((connection) => connection.vendor === vendor);
    return {
      vendor,
      status: found?.status ?? "absent",
      accountName: found?.accountName ?? null,
      userName: found?.vendorUserName ?? null,
      connectedAt: found?.createdAt ?? null,
    };
  });
}

/** A callback without what only the server needs to know of it. */
export function toCallbackDto(callback: CallbackView): CallbackDto {
  const { id, noun, status, verifiedAt, lastDeliveryAt, lastError } = callback;
  return { id, noun, status, verifiedAt, lastDeliveryAt, lastError };
}
