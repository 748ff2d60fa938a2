import "server-only";
import type { Tenant } from "../../db/tenant";
import type { OutgoingEvent } from "../../jobs/events";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import type { PipedriveClient } from "../../vendors/pipedrive/client";
import type { Deps } from "../deps";

/** What the sync needs besides the process's own: both vendors for a tenant, and a way to send events. */
export type SyncDeps = Deps & {
  freshbooks: (tenant: Tenant) => Promise<FreshbooksClient>;
  pipedrive: (tenant: Tenant) => Promise<PipedriveClient>;
  send: (events: readonly OutgoingEvent[]) => Promise<void>;
};
