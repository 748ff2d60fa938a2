import { z } from "zod";

/** What the process that hosts the stand-ins is asked over its channel. */
export const askSchema = z.discriminatedUnion("ask", [
  z.strictObject({ ask: z.literal("loadInvoices"), count: z.int() }),
  z.strictObject({
    ask: z.literal("loadDeals"),
    count: z.int(),
    companyId: z.int(),
    /** Codes of the custom fields each deal fills with a text. */
    fieldCodes: z.array(z.string()),
  }),
  z.strictObject({ ask: z.literal("memory") }),
]);

export type Ask = z.output<typeof askSchema>;

/** The host's answer to anything: how long it took, and how much memory (in bytes) the process holds then. */
export const replySchema = z.strictObject({
  tookMs: z.number(),
  rss: z.number(),
  peakRss: z.number(),
  /** After a garbage collection. */
  heapUsed: z.number(),
  /** Milliseconds of processor time that the process has used since it started. */
  cpuMs: z.number(),
});

export type Reply = z.output<typeof replySchema>;

/** What the host says of itself when it is ready. */
export const readySchema = z.strictObject({ freshbooksUrl: z.url(), pipedriveUrl: z.url() });

export type Ready = z.output<typeof readySchema>;
