import "server-only";
import { z } from "zod";
import { toBody } from "../../domain/plan/body";
import type { FieldChange } from "../../domain/plan/types";
import type { DealBody, OrganizationBody } from "../../domain/remote";
import { remoteValueSchema } from "./stored-plan";

const customFields = z.record(z.string(), remoteValueSchema);

const organizationBody = z.strictObject({
  name: z.string().exactOptional(),
  address: z.looseObject({ value: z.string() }).catchall(remoteValueSchema).nullable().exactOptional(),
  custom_fields: customFields.exactOptional(),
});

const dealBody = z.strictObject({
  title: z.string().exactOptional(),
  org_id: z.number().int().exactOptional(),
  value: z.number().exactOptional(),
  currency: z.string().exactOptional(),
  stage_id: z.number().int().exactOptional(),
  status: z.enum(["open", "won", "lost"]).exactOptional(),
  lost_reason: z.string().nullable().exactOptional(),
  expected_close_date: z.string().exactOptional(),
  custom_fields: customFields.exactOptional(),
});

/** The body for an organization; throws when the plan holds what an organization cannot take. */
export function toOrganizationBody(fields: readonly FieldChange[]): OrganizationBody {
  return organizationBody.parse(toBody(fields, null));
}

/** The body for a deal of the given organization. */
export function toDealBody(fields: readonly FieldChange[], organizationId: number | null): DealBody {
  return dealBody.parse(toBody(fields, organizationId));
}
