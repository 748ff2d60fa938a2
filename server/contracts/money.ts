import { z } from "zod";

/** Plain decimal text and an ISO 4217 code; never a float (design §3.3). */
export const moneySchema = z.object({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string() });
export type MoneyDto = z.output<typeof moneySchema>;
