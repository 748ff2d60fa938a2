import "server-only";
import type { Tenant } from "../../db/tenant";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import type { Deps } from "../deps";

/** What connecting needs of FreshBooks besides the process's own. */
export type ConnectDeps = Deps & { freshbooks: (tenant: Tenant) => Promise<FreshbooksClient> };
