import { z } from "zod";

/** How a process that wants tokens is to behave. */
export const refreshOrderSchema = z.object({
  databaseUrl: z.string(),
  workspaceId: z.string(),
  env: z.record(z.string(), z.string()),
  /** How many ask at once in this process. */
  callers: z.number().int(),
});
export type RefreshOrder = z.output<typeof refreshOrderSchema>;

/** What each caller got: the token, or the code of its error. */
export const refreshReportSchema = z.array(z.string());
