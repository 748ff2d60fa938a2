import "server-only";
import type { Tenant } from "../../db/tenant";
import type { PipedriveClient } from "../../vendors/pipedrive/client";
import type { Deps } from "../deps";

/** What mapping needs of Pipedrive besides the process's own. */
export type MappingDeps = Deps & { pipedrive: (tenant: Tenant) => Promise<PipedriveClient> };
