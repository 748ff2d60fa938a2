import { z } from "zod";
import { workspaceInput } from "./account";
import { originSchema, outcomeSchema, recordKindSchema } from "./sync";

export const listActivityInput = workspaceInput.extend({
  origin: originSchema.optional(),
  outcome: outcomeSchema.optional(),
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** One attempt as a line of the activity list. */
const activityRowSchema = z.object({
  attemptId: z.string(),
  recordId: z.string(),
  kind: recordKindSchema,
  label: z.string(),
  number: z.number().int(),
  origin: originSchema,
  outcome: outcomeSchema,
  /** In words: "Deal 42: stage Sent → Overdue". */
  summary: z.string(),
  errorMessage: z.string().nullable(),
  eventCount: z.number().int(),
  writeCount: z.number().int(),
  startedAt: z.date(),
  durationMs: z.number().int().nullable(),
});
export type ActivityRow = z.output<typeof activityRowSchema>;

export const listActivityOutput = z.object({
  rows: z.array(activityRowSchema),
  nextCursor: z.string().nullable(),
});
