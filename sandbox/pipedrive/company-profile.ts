import { z } from "zod";

/** Plans, smallest first, under their present names (facts §6). */
export const PLANS = ["lite", "growth", "premium", "ultimate"] as const;

export type Plan = (typeof PLANS)[number];

/** Who a company is and what it pays for. */
export interface CompanyProfile {
  readonly id: number;
  readonly name: string;
  /** First label of its web address. */
  readonly domain: string;
  /** Two letters. */
  readonly country: string;
  readonly industry: string;
  readonly timeZone: string;
  plan: Plan;
  seats: number;
}

/** What the control API takes for a new user. */
const userInputSchema = z.strictObject({
  name: z.string().min(1),
  email: z.email(),
  isAdmin: z.boolean().default(false),
  defaultCurrency: z.string().length(3).default("EUR"),
});

/** What the control API takes for a new company. */
export const companyInputSchema = z.strictObject({
  name: z.string().min(1),
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be a label of a web address"),
  country: z.string().length(2).default("DE"),
  industry: z.string().min(1).default("IT"),
  timeZone: z.string().min(1).default("Europe/Berlin"),
  plan: z.enum(PLANS).default("lite"),
  seats: z.int().min(1).default(3),
  users: z.array(userInputSchema).min(1).optional(),
});

export type CompanyInput = z.input<typeof companyInputSchema>;
export type UserInput = z.output<typeof userInputSchema>;
