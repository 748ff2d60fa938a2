import { randomUUID } from "node:crypto";
import type { Actor } from "@/server/lib/actor";
import { clientAddress } from "@/server/lib/client-address";

type SignedIn = { userId: string; name: string; email: string };

/** Who sends a request, as the audit log keeps them. */
export function actorOf({ userId, name, email }: SignedIn, headers: Headers, trustedProxies: number): Actor {
  return {
    ...{ userId, name, email },
    address: clientAddress(headers, trustedProxies),
    userAgent: headers.get("user-agent"),
    requestId: randomUUID(),
  };
}
