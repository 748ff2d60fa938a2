import { z } from "zod";
import { environmentSchema } from "./connect";
import { moneySchema } from "./money";
import { invoiceStateSchema } from "./sync";

export const vendorConnectionSchema = z.object({
  vendor: z.enum(["freshbooks", "pipedrive"]),
  status: z.enum(["absent", "choosing", "active", "needs_reconnect"]),
  /** Null while absent. */
  environment: environmentSchema.nullable(),
  /** Whether a stand-in is at the other end, in either environment: nothing there is real. */
  isSandbox: z.boolean(),
  /** The stand-in's own page of the account; null for a real vendor. */
  sandboxUrl: z.string().nullable(),
  accountName: z.string().nullable(),
  userName: z.string().nullable(),
  connectedAt: z.date().nullable(),
  /** By which kind of secret; null while absent. */
  grant: z.enum(["oauth", "api_token"]).nullable(),
  /** Why it asks to be made again, and since when; as a sentence. */
  reconnectReason: z.string().nullable(),
  reconnectSince: z.date().nullable(),
});
export type VendorConnectionDto = z.output<typeof vendorConnectionSchema>;

export const callbackSchema = z.object({
  id: z.string(),
  noun: z.string(),
  status: z.enum(["registering", "pending", "verified", "failed"]),
  verifiedAt: z.date().nullable(),
  lastDeliveryAt: z.date().nullable(),
  lastError: z.string().nullable(),
  /** What the watch mended last, as a sentence, and when. */
  lastRepair: z.string().nullable(),
  lastRepairAt: z.date().nullable(),
});
export type CallbackDto = z.output<typeof callbackSchema>;

const budgetSchema = z.object({
  windowLimit: z.number().int(),
  windowUsed: z.number().int(),
  dailyLimit: z.number().int().nullable(),
  dailyRemaining: z.number().int().nullable(),
  pausedUntil: z.date().nullable(),
  reason: z.string().nullable(),
});
export type BudgetDto = z.output<typeof budgetSchema>;

/** Everything the overview shows, in one answer. */
export const overviewOutput = z.object({
  /** `setup` while onboarding is not finished. */
  verdict: z.enum(["setup", "in_step", "working", "attention", "failing"]),
  /** One sentence of health. */
  sentence: z.string(),
  counts: z.object({
    in_step: z.number().int(),
    waiting: z.number().int(),
    excluded: z.number().int(),
    failing: z.number().int(),
  }),
  clients: z.number().int(),
  invoices: z.number().int(),
  /** Never summed across currencies. */
  moneyByState: z.array(
    z.object({
      state: invoiceStateSchema,
      count: z.number().int(),
      total: moneySchema,
      outstanding: moneySchema,
    }),
  ),
  connections: z.array(vendorConnectionSchema),
  callbacks: z.array(callbackSchema),
  budget: budgetSchema.nullable(),
  lastEventAt: z.date().nullable(),
  lastWriteAt: z.date().nullable(),
  /** Age of the oldest event that has no outcome yet; null when none waits. */
  oldestWaitingMs: z.number().int().nullable(),
  /** Event received → attempt finished, over the last 24 h; null without data. */
  latency: z.object({ p50Ms: z.number().int().nullable(), p95Ms: z.number().int().nullable() }),
  /** Attempts per minute of the last hour, oldest first, 60 entries. */
  attemptsPerMinute: z.array(z.object({ ok: z.number().int(), failed: z.number().int() })),
});
export type Overview = z.output<typeof overviewOutput>;
