import "server-only";
import type { CallbackDto, VendorConnectionDto } from "../../contracts/overview";
import type { CallbackView } from "../../db/repos/callback";
import type { ConnectionFacts } from "../../db/repos/connection-facts";
import type { Env } from "../../lib/env";
import { repairSentence } from "../connections/callback-repair";
import { isStandIn, standInPage } from "../connections/stand-in";
import { reconnectSentence } from "./reconnect-sentence";

const vendors = ["freshbooks", "pipedrive"] as const;

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

function toConnectionDto(env: Env, connection: ConnectionFacts): VendorConnectionDto {
  const { vendor, status, environment, accountName, vendorUserName: userName } = connection;
  const mark = { isSandbox: isStandIn(env, connection), sandboxUrl: standInPage(env, connection) };
  const { grant, reconnectSince } = connection;
  const reconnectReason = reconnectSentence(vendor, connection.reconnectReason);
  return {
    ...{ vendor, status, environment, ...mark, accountName, userName, connectedAt: connection.createdAt },
    ...{ grant, reconnectReason, reconnectSince },
  };
}

/** Both vendors in their fixed order, `absent` where the workspace has no connection. */
export function toConnectionDtos(env: Env, connections: readonly ConnectionFacts[]): VendorConnectionDto[] {
  return vendors.map((vendor) => {
    const found = connections.find((connection) => connection.vendor === vendor);
    return found ? toConnectionDto(env, found) : { vendor, ...absent };
  });
}

/** A callback without what only the server needs to know of it. */
export function toCallbackDto(callback: CallbackView): CallbackDto {
  const { id, noun, status, verifiedAt, lastDeliveryAt, lastError, lastRepairAt } = callback;
  const lastRepair = repairSentence(callback.lastRepair);
  return { id, noun, status, verifiedAt, lastDeliveryAt, lastError, lastRepair, lastRepairAt };
}
