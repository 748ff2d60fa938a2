import "server-only";
import { changeWrite } from "../../db/repos/sync-write";
import type { Tenant } from "../../db/tenant";
import { VendorError } from "../../vendors/http/vendor-error";
import type { SyncDeps } from "./sync-deps";
import { sentenceOf } from "./sentence-of";

/** Keeps what went wrong with a write beside it, whether it will be tried again or not. */
export async function noteWriteFailure(
  deps: SyncDeps,
  tenant: Tenant,
  writeId: string,
  error: unknown,
): Promise<void> {
  const vendor = error instanceof VendorError ? error : null;
  await changeWrite(deps.db, tenant, writeId, {
    error: sentenceOf(error),
    ...(vendor && {
      tries: { increment: 1 },
      vendorStatus: vendor.status ?? null,
      requestId: vendor.requestId ?? null,
    }),
  });
}
