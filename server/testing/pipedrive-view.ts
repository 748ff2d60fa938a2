import { z } from "zod";
import type { Sandbox } from "@/sandbox/start-sandbox";

const dealSchema = z.looseObject({
  id: z.number(),
  title: z.string(),
  value: z.number(),
  currency: z.string(),
  org_id: z.number().nullable(),
  stage_id: z.number(),
  status: z.string(),
  is_deleted: z.boolean(),
  expected_close_date: z.string().nullable(),
  custom_fields: z.record(z.string(), z.unknown()),
});
const organizationSchema = z.looseObject({
  id: z.number(),
  name: z.string(),
  is_deleted: z.boolean(),
  custom_fields: z.record(z.string(), z.unknown()),
});
const named = z.looseObject({ id: z.number(), name: z.string() });
const field = z.looseObject({ field_code: z.string(), field_name: z.string() });

/** What the Pipedrive stand-in holds in Acme, or in the company named, read by the names people know. */
export function pipedriveView(sandbox: Sandbox, companyId?: number) {
  const { control } = sandbox.pipedrive;
  const state = companyId === undefined ? control.state() : control.forCompany(companyId).state();
  const deals = z.array(dealSchema).parse(state.deals);
  const organizations = z.array(organizationSchema).parse(state.organizations);
  const stages = z.array(named).parse(state.stages);
  const dealFields = z.array(field).parse(state.dealFields);
  const organizationFields = z.array(field).parse(state.organizationFields);
  const codeOf = (fields: typeof dealFields, name: string) =>
    fields.find(({ field_name }) => field_name === name)?.field_code ?? "";
  return {
    dealsOf: (invoiceId: string) =>
      deals
        .filter((deal) => deal.custom_fields[codeOf(dealFields, "FreshBooks invoice ID")] === invoiceId)
        .map((deal) => ({ ...deal, stage: stages.find(({ id }) => id === deal.stage_id)?.name })),
    organizationsOf: (clientId: string) => {
      const code = codeOf(organizationFields, "FreshBooks client ID");
      return organizations.filter((organization) => organization.custom_fields[code] === clientId);
    },
  };
}
