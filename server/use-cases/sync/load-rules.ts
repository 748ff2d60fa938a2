import "server-only";
import { z } from "zod";
import { mappingRulesSchema } from "../../contracts/onboarding";
import type { Db } from "../../db/client";
import { findLiveMapping } from "../../db/repos/mapping-version";
import { listPipedriveFields } from "../../db/repos/pipedrive-field";
import type { Tenant } from "../../db/tenant";
import type { FieldBinding, FieldBindings, MappingRules } from "../../domain/mapping/rules";
import { AppError } from "../../lib/errors";

export type LiveRules = { version: number; rules: MappingRules; bindings: FieldBindings };

const optionsSchema = z.record(z.string(), z.number().int()).nullable();

/** The live mapping with the company's field codes; null until onboarding has published one. */
export async function loadRules(db: Db, tenant: Tenant): Promise<LiveRules | null> {
  const [live, fields] = await Promise.all([findLiveMapping(db, tenant), listPipedriveFields(db, tenant)]);
  if (!live) return null;
  const binding = (entity: "organization" | "deal", purpose: string): FieldBinding => {
    const field = fields.find((row) => row.entity === entity && row.purpose === purpose);
    if (!field) {
      const userMessage = `Pipedrive's field for “${purpose}” is not set up. Publish the mapping again.`;
      throw new AppError("not_configured", { userMessage, details: { entity, purpose } });
    }
    return { code: field.fieldCode, options: optionsSchema.parse(field.options) ?? {} };
  };
  return {
    version: live.version,
    rules: mappingRulesSchema.parse(live.rules),
    bindings: {
      organization: {
        freshbooksId: binding("organization", "freshbooksId"),
        currency: binding("organization", "currency"),
      },
      deal: {
        freshbooksId: binding("deal", "freshbooksId"),
        number: binding("deal", "number"),
        state: binding("deal", "state"),
        dueDate: binding("deal", "dueDate"),
        outstanding: binding("deal", "outstanding"),
        paid: binding("deal", "paid"),
      },
    },
  };
}
