import { z } from "zod";
import { workspaceInput } from "./account";
import { moneySchema } from "./money";
import { attemptSchema, healthSchema, invoiceStateSchema, recordKindSchema, syncEventSchema } from "./sync";

export const listRecordsInput = workspaceInput.extend({
  kind: recordKindSchema.optional(),
  health: healthSchema.optional(),
  state: invoiceStateSchema.optional(),
  /** Number, name or FreshBooks id. */
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

const recordRowSchema = z.object({
  id: z.string(),
  kind: recordKindSchema,
  freshbooksId: z.string(),
  label: z.string(),
  clientName: z.string().nullable(),
  total: moneySchema.nullable(),
  outstanding: moneySchema.nullable(),
  dueDate: z.string().nullable(),
  state: invoiceStateSchema.nullable(),
  isOverdue: z.boolean(),
  health: healthSchema,
  reason: z.string().nullable(),
  pipedriveId: z.number().int().nullable(),
  lastSyncedAt: z.date().nullable(),
});
export type RecordRow = z.output<typeof recordRowSchema>;

export const listRecordsOutput = z.object({
  rows: z.array(recordRowSchema),
  nextCursor: z.string().nullable(),
});

/** One value that crosses the line: the ledger's on the left, the pipeline's on the right. */
const truthRowSchema = z.object({
  label: z.string(),
  /** Where it comes from: `invoice.amount`, `client.organization` … */
  source: z.string(),
  ledger: z.string().nullable(),
  /** Pipedrive key: `value`, `stage_id`, `custom_fields.<code>`. */
  target: z.string(),
  pipeline: z.string().nullable(),
  state: z.enum(["in_step", "waiting", "failing"]),
  because: z.string().nullable(),
  writtenAt: z.date().nullable(),
});
export type TruthRow = z.output<typeof truthRowSchema>;

export const recordDetailOutput = z.object({
  record: recordRowSchema,
  /** The object's page at the vendor or its stand-in; null where there is none. */
  freshbooksUrl: z.string().nullable(),
  pipedriveUrl: z.string().nullable(),
  /** Whether a stand-in is at the other end of either. */
  isSandbox: z.boolean(),
  truth: z.array(truthRowSchema),
  attempts: z.array(attemptSchema),
  events: z.array(syncEventSchema),
});
export type RecordDetail = z.output<typeof recordDetailOutput>;

export const recordInput = workspaceInput.extend({ recordId: z.string().max(64) });
export const replayOutput = z.object({ eventId: z.string() });
