import { z } from "zod";

/** What `POST /_control/sample` takes. */
export const sampleOptionsSchema = z.strictObject({
  invoices: z.int().min(1).max(100_000),
  /** The same seed gives the same data on the same day. */
  seed: z.int().default(1),
  /** Whether callbacks are told of each client, invoice and payment. */
  announce: z.boolean().default(false),
});

export type SampleInput = z.input<typeof sampleOptionsSchema>;
