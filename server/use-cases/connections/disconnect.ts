import "server-only";
import type { Disconnected } from "../../contracts/connect";
import type { Vendor } from "../../db/generated/enums";
import { insertAuditEntry } from "../../db/repos/audit";
import { endConnection, findConnection, forgetEndedConnection } from "../../db/repos/connection";
import type { Connection, ConnectionEnd } from "../../db/repos/connection";
import { forgetMapping } from "../../db/repos/forget-mapping";
import { eraseSyncedData } from "../../db/repos/synced-data";
import { holdsLinks, holdsRecords } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { AppError } from "../../lib/errors";
import { vendorLabels } from "../../vendors/http/vendor-error";
import { isVendorFailure } from "./checks/check";
import type { ConnectDeps } from "./connect-deps";
import { giveBack } from "./give-back";

type Input = { vendor: Vendor; data: "keep" | "erase"; actor: Actor };

/** The vendor's word that the grant is over; false when it could not be told, which does not keep us from going. */
async function tryToGiveBack(deps: ConnectDeps, tenant: Tenant, connection: Connection): Promise<boolean> {
  try {
    await giveBack(deps, tenant, connection);
    return true;
  } catch (error) {
    // A token that no key at hand opens cannot be given back, and must not keep a connection from ending.
    if (!isVendorFailure(error)) throw error;
    deps.log.warn({ err: error, connectionId: connection.id }, "the vendor could not be told of the end");
    return false;
  }
}

const isErased = () => Promise.resolve(true);

/** Whether the account stays known; an account whose data is erased does until all of it is gone, so that it can be gone on with. */
function isHeldOf({ vendor, data }: Input): ConnectionEnd["isHeld"] {
  if (data === "erase") return isErased;
  return vendor === "freshbooks" ? holdsRecords : holdsLinks;
}

function withinEnd(
  tenant: Tenant,
  connection: Connection,
  input: Input,
  at: Date,
): NonNullable<ConnectionEnd["within"]> {
  const { vendor, data, actor } = input;
  return async (transaction, end) => {
    if (end === "forgotten" && vendor === "pipedrive") await forgetMapping(transaction, tenant);
    const { accountName: account, vendorUserName: person, environment } = connection;
    await insertAuditEntry(transaction, tenant, actor, {
      action: "connection.ended",
      subject: vendorLabels[vendor],
      before: { account, person, environment },
      after: { data: data === "erase" ? "erased" : end === "kept" ? "kept" : "none" },
      at,
    });
  };
}

/** What is left to know: Pipedrive keeps what is its own, and a person's token opens it until they make another. */
function noteOf({ vendor, data }: Input, { grant }: Connection): string | null {
  const notes = [
    data === "erase" ? "The organizations and deals that were made stay in Pipedrive." : null,
    vendor === "pipedrive" && grant === "api_token"
      ? "The API token itself stays valid: to end it, make a new one in Pipedrive under Personal preferences → API."
      : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join(" ");
}

/**
 * Ends a workspace's connection: the vendor is told, the tokens are gone. With `keep`, a workspace that holds what came
 * from the account, or was made in it, keeps knowing which one that is, and takes no other; else nothing of it stays,
 * and the workspace may be joined anew, in either environment. With `erase`, all that was synced goes too; broken off,
 * it goes on when it is asked for again. Without a connection nothing happens. Throws `conflict` where the connection
 * is made anew at the same time.
 */
export async function disconnect(deps: ConnectDeps, tenant: Tenant, input: Input): Promise<Disconnected> {
  const { vendor, data } = input;
  const { db, clock } = deps;
  const found = await findConnection(db, tenant, vendor);
  if (!found) return { isTold: true, keptAccount: null, note: null };
  const isTold = await tryToGiveBack(deps, tenant, found);
  // Giving back may have refreshed the tokens; what somebody connected meanwhile was given back as well.
  const connection = (await findConnection(db, tenant, vendor)) ?? found;
  const { id, tokenVersion, accountName } = connection;
  const at = clock.now();
  const within = withinEnd(tenant, connection, input, at);
  const end = await endConnection(db, tenant, { id, tokenVersion, at, isHeld: isHeldOf(input), within });
  if (end === "changed") {
    throw new AppError("conflict", {
      userMessage: `${vendorLabels[vendor]} was connected anew at the same time, so it was not disconnected. Reload, and disconnect it again if you still want to.`,
    });
  }
  const note = noteOf(input, connection);
  if (data === "keep") return { isTold, keptAccount: end === "kept" ? accountName : null, note };
  await eraseSyncedData(db, tenant);
  await forgetEndedConnection(db, tenant, id);
  return { isTold, keptAccount: null, note };
}
