import { z } from "zod";
import type { RemoteValue } from "../../domain/remote";

/** Anything that may stand in `custom_fields`. */
const remoteValue: z.ZodType<RemoteValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(remoteValue),
    z.record(z.string(), remoteValue),
  ]),
);

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const customFields = z
  .record(z.string(), remoteValue)
  .nullish()
  .transform((value) => value ?? {});
const id = z.int().positive();

/** One-line text, or an object whose `value` is that line (facts §3.3); without a line there is no address. */
const address = z
  .union([
    z.string().transform((value) => ({ value })),
    z.object({ value: z.string() }).catchall(remoteValue),
    z.object({ value: z.null().optional() }).transform(() => null),
  ])
  .nullish()
  .transform((value) => value ?? null);

/** A deal, facts §3.3. Only what the product reads; null where life has null, whatever the OpenAPI file says. */
export const dealSchema = z.object({
  id,
  title: text,
  org_id: id.nullish(),
  value: z.number().nullish(),
  currency: text,
  stage_id: z.int(),
  pipeline_id: z.int(),
  status: z.enum(["open", "won", "lost", "deleted"]),
  lost_reason: optionalText,
  expected_close_date: optionalText,
  won_time: optionalText,
  is_deleted: flag,
  is_archived: flag,
  update_time: text,
  custom_fields: customFields,
});

/** An organization, facts §3.3. */
export const organizationSchema = z.object({
  id,
  name: text,
  address,
  is_deleted: flag,
  update_time: text,
  custom_fields: customFields,
});

export const pipelineSchema = z.object({ id, name: text, order_nr: z.int(), is_deleted: flag });
export const stageSchema = z.object({ id, pipeline_id: id, name: text, order_nr: z.int(), is_deleted: flag });

/** Options of built-in fields may have text for ids; only numbered ones can be written (facts §3.4). */
export const optionSchema = z.object({ id: z.union([z.int(), z.string()]), label: text });

export const fieldSchema = z.object({
  field_code: z.string().min(1),
  field_name: text,
  field_type: text,
  is_custom_field: flag,
  options: z.array(optionSchema).nullish(),
});

/** `GET /v1/users/me`, facts §2. */
export const meSchema = z.object({
  id,
  name: text,
  email: text,
  company_id: id,
  company_name: text,
  company_domain: text,
  default_currency: text,
  timezone_name: text,
  /** False for a person who was deactivated. */
  active_flag: z.boolean().nullish().catch(null),
  /** `admin` may be missing for plain users. */
  access: z
    .array(z.object({ app: text, admin: z.boolean().nullish().catch(null) }))
    .nullish()
    .catch(null),
});

export const currencySchema = z.object({
  code: z.string().min(1),
  name: text,
  decimal_points: z.int().nonnegative().nullish(),
  active_flag: z.boolean().nullish(),
});

export type WireMe = z.output<typeof meSchema>;
export type WireDeal = z.output<typeof dealSchema>;
export type WireOrganization = z.output<typeof organizationSchema>;
export type WireField = z.output<typeof fieldSchema>;
export type WireOption = z.output<typeof optionSchema>;
export type WireStage = z.output<typeof stageSchema>;
export type WirePipeline = z.output<typeof pipelineSchema>;
