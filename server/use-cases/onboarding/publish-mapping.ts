import "server-only";
import { insertAuditEntry } from "../../db/repos/audit";
import { findConnection } from "../../db/repos/connection";
import { findLiveMapping, insertLiveMapping, whilePublishing } from "../../db/repos/mapping-version";
import type { Tenant } from "../../db/tenant";
import type { MappingRules } from "../../domain/mapping/rules";
import { settleRules } from "../../domain/mapping/settle-rules";
import { mappingRulesSchema } from "../../contracts/onboarding";
import type { Person } from "../../lib/actor";
import { AppError } from "../../lib/errors";
import { listPipelines } from "./list-pipelines";
import type { MappingDeps } from "./mapping-deps";
import { patiently } from "./patiently";
import { provisionFields } from "./provision-fields";

/**
 * Publishes rules as the workspace's next version and makes it live: held against the company's pipelines as they
 * are now, the custom fields made first. One publish at a time, so that fields are not made twice and versions are
 * numbered without gaps. Throws `invalid_input` for rules that do not fit, `vendor_refused` for a missing right.
 */
export async function publishMapping(
  deps: MappingDeps,
  tenant: Tenant,
  input: { rules: MappingRules; actor: Person },
): Promise<{ version: number }> {
  const client = await deps.pipedrive(tenant);
  const connection = await findConnection(deps.db, tenant, "pipedrive");
  const companyId = connection?.accountId ?? "";
  return await whilePublishing(deps.db, tenant, { companyId }, async (transaction) => {
    const settled = settleRules(input.rules, await patiently(() => listPipelines(client)));
    if (!settled.ok) throw new AppError("invalid_input", { userMessage: settled.reason });
    await provisionFields(deps, tenant, client);
    const former = await findLiveMapping(transaction, tenant);
    const at = deps.clock.now();
    const { actor } = input;
    const rules = mappingRulesSchema.parse(settled.rules);
    const version = await insertLiveMapping(transaction, tenant, { rules, createdById: actor.userId, at });
    const values = { before: { version: former?.version ?? null }, after: { version } };
    const entry = { action: "mapping.published", subject: `Version ${String(version)}`, ...values } as const;
    await insertAuditEntry(transaction, tenant, actor, { ...entry, at });
    return { version };
  });
}
