import { z } from "zod";
import { invoiceStates } from "../domain/invoice-states";

export const recordKindSchema = z.enum(["client", "invoice"]);
export type RecordKind = z.output<typeof recordKindSchema>;

/** The four lists that add up to everything. */
export const healthSchema = z.enum(["in_step", "waiting", "excluded", "failing"]);
export type Health = z.output<typeof healthSchema>;

export const originSchema = z.enum(["callback", "sweep", "clock", "backfill", "replay", "manual"]);
export type Origin = z.output<typeof originSchema>;

export const invoiceStateSchema = z.enum(invoiceStates);

/** How an attempt ended; `running` while it has not. */
export const outcomeSchema = z.enum(["running", "written", "unchanged", "excluded", "failed", "superseded"]);
export type Outcome = z.output<typeof outcomeSchema>;

/** One field of one write: what was there, what was sent, and why. */
export const fieldChangeSchema = z.object({
  /** Field as people name it: "Stage", "Value", "FreshBooks status". */
  label: z.string(),
  /** Pipedrive's key: `stage_id`, `value`, or `custom_fields.<code>`. */
  key: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  because: z.string(),
});
export type FieldChangeDto = z.output<typeof fieldChangeSchema>;

export const writeSchema = z.object({
  id: z.string(),
  ordinal: z.number().int(),
  kind: z.enum(["organization.create", "organization.update", "deal.create", "deal.update"]),
  status: z.enum(["planned", "done", "adopted", "failed"]),
  pipedriveId: z.number().int().nullable(),
  tries: z.number().int(),
  vendorStatus: z.number().int().nullable(),
  requestId: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  error: z.string().nullable(),
  /** What is worth knowing of a write that was done: an adoption, a value that Pipedrive stored otherwise. */
  note: z.string().nullable(),
  fields: z.array(fieldChangeSchema),
});
export type WriteDto = z.output<typeof writeSchema>;

export const attemptSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  origin: originSchema,
  /** Who asked for it, by name; null when nobody did or they are no member any more. */
  actorName: z.string().nullable(),
  outcome: outcomeSchema,
  mappingVersion: z.number().int(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  /** Why nothing (or not everything) was written. */
  skips: z.array(z.string()),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  writes: z.array(writeSchema),
});
export type AttemptDto = z.output<typeof attemptSchema>;

export const syncEventSchema = z.object({
  id: z.string(),
  origin: originSchema,
  actorName: z.string().nullable(),
  name: z.string(),
  status: z.enum(["received", "handed", "done", "ignored", "failed"]),
  detail: z.string().nullable(),
  receivedAt: z.date(),
  attemptId: z.string().nullable(),
});
export type SyncEventDto = z.output<typeof syncEventSchema>;
