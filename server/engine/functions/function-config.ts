import { z } from "zod";

const concurrencyRule = z.strictObject({
  limit: z.number().int(),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).optional(),
});

const eventTrigger = z.strictObject({ event: z.string().min(1), expression: z.string().optional() });
const cronTrigger = z.strictObject({ cron: z.string().min(1), jitter: z.string().optional() });

/**
 * One function as the SDK registers it (protocol facts §3). Strict: a member that is not known here is a feature that
 * is not known here.
 */
export const functionConfigSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  triggers: z.array(z.union([eventTrigger, cronTrigger])),
  steps: z.record(
    z.string(),
    z.looseObject({ retries: z.strictObject({ attempts: z.number().int().min(0).max(20) }).optional() }),
  ),
  idempotency: z.string().optional(),
  concurrency: z.union([z.number().int(), concurrencyRule, z.array(concurrencyRule)]).optional(),
  throttle: z
    .strictObject({
      limit: z.number().int().min(1),
      period: z.string(),
      burst: z.number().int().min(0).optional(),
      key: z.string().optional(),
    })
    .optional(),
  debounce: z
    .strictObject({ period: z.string(), timeout: z.string().optional(), key: z.string().optional() })
    .optional(),
  priority: z.strictObject({ run: z.string().optional() }).optional(),
  cancel: z
    .array(
      z.strictObject({ event: z.string().min(1), if: z.string().optional(), timeout: z.string().optional() }),
    )
    .max(5)
    .optional(),
});

/** One function as the SDK registers it, after parsing. */
export type FunctionConfig = z.output<typeof functionConfigSchema>;

/** The answer to an in-band sync, as far as the engine reads it. */
export const syncAnswerSchema = z.object({ functions: z.array(z.looseObject({ id: z.string() })) });
