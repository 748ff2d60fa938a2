import { z } from "zod";
import type { Tenant } from "../db/tenant";
import {
  callbackOffered,
  clientChanged,
  creditNoteChanged,
  invoiceChanged,
  paymentChanged,
} from "../jobs/events";
import type { OutgoingEvent } from "../jobs/events";
import { verifyCallback } from "../use-cases/connections/verify-callback";
import { resolveCreditNote } from "../use-cases/sync/resolve-credit-note";
import { resolvePayment } from "../use-cases/sync/resolve-payment";
import { runObject } from "./run-object";
import type { TestDeps } from "./test-deps";

const dataSchema = z.object({
  workspaceId: z.string(),
  objectId: z.string().default(""),
  eventId: z.string().default(""),
  callbackId: z.string().default(""),
});
type Data = z.output<typeof dataSchema>;

type Work = (deps: TestDeps, tenant: Tenant, data: Data) => Promise<unknown>;

/** What the engine would do for each event; a sweep that is asked for is left to the test. */
const works: Readonly<Record<string, Work>> = {
  [invoiceChanged.name]: (deps, tenant, { objectId }) =>
    runObject(deps, tenant, { kind: "invoice", freshbooksId: objectId }),
  [clientChanged.name]: (deps, tenant, { objectId }) =>
    runObject(deps, tenant, { kind: "client", freshbooksId: objectId }),
  [paymentChanged.name]: resolvePayment,
  [creditNoteChanged.name]: resolveCreditNote,
  [callbackOffered.name]: (deps, tenant, { callbackId }) => verifyCallback(deps, tenant, { callbackId }),
};

/** Runs all that was handed to the engine for a workspace, and what comes of it, one after the other. */
export async function runSent(deps: TestDeps, tenant: Tenant): Promise<void> {
  const isOurs = ({ data }: OutgoingEvent) => data["workspaceId"] === tenant.workspaceId;
  for (let event = deps.sent.shift(); event !== undefined; event = deps.sent.shift()) {
    if (isOurs(event)) await works[event.name]?.(deps, tenant, dataSchema.parse(event.data));
  }
}
