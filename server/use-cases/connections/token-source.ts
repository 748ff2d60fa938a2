import "server-only";
import { accessToken, forceRefresh } from "../../credentials/access-token";
import type { AccessToken } from "../../credentials/access-token";
import { needsReconnect } from "../../credentials/needs-reconnect";
import type { Vendor } from "../../db/generated/enums";
import { markNeedsReconnect } from "../../db/repos/refresh-lease";
import type { Tenant } from "../../db/tenant";
import { addMs } from "../../lib/clock";
import { AppError } from "../../lib/errors";
import type { TokenSource } from "../../vendors/http/with-fresh-token";
import type { Deps } from "../deps";

/** A client lives for one run; its token is read from the database once and again only when it nears its end. */
const tokenKeptMs = 60_000;

/**
 * The token of a workspace's connection for one client. After a 401 another one is got (an API token is
 * tried once more: there is no other); where the vendor refuses that too, the connection asks to be made again, unless a
 * later token has come meanwhile. A client knows one address and one kind of token: where the workspace was joined to
 * another environment meanwhile, or by another kind of grant, its token is refused (`needs_reconnect`,
 * `vendor_unavailable`), and the next client knows better.
 */
export function tokenSource(deps: Deps, tenant: Tenant, vendor: Vendor, first: AccessToken): TokenSource {
  let current = first;
  let keptUntil = addMs(deps.clock.now(), tokenKeptMs);

  function keep(value: AccessToken): string {
    const { environment, grant } = value.connection;
    if (environment !== first.connection.environment) throw needsReconnect(vendor, "missing");
    if (grant !== first.connection.grant) {
      throw new AppError("vendor_unavailable", {
        message: `${vendor} was connected by another kind of grant`,
      });
    }
    current = value;
    keptUntil = addMs(deps.clock.now(), tokenKeptMs);
    return value.token;
  }

  return {
    async accessToken() {
      if (keptUntil > deps.clock.now()) return current.token;
      return keep(await accessToken(deps, tenant, vendor));
    },
    async onUnauthorized(refused) {
      // Calls side by side are refused together: the first of them has got another token for all.
      if (current.token !== refused || current.connection.grant === "api_token") return;
      keep(await forceRefresh(deps, tenant, vendor, current.connection.tokenVersion));
    },
    async onStillUnauthorized(refused) {
      const { id, tokenVersion } = current.connection;
      if (current.token !== refused) return;
      const isMarked = await markNeedsReconnect(deps.db, tenant, {
        id,
        tokenVersion,
        reason: "refused",
        at: deps.clock.now(),
      });
      if (isMarked) deps.log.warn({ vendor, connectionId: id }, "a fresh token is refused; reconnect needed");
    },
  };
}
