import "server-only";
import type { Tenant } from "../../db/tenant";
import type { PipedriveClient } from "../../vendors/pipedrive/client";
import type { ConnectDeps } from "./connect-deps";

/** What asking both vendors needs besides the process's own. */
export type VendorDeps = ConnectDeps & { pipedrive: (tenant: Tenant) => Promise<PipedriveClient> };
