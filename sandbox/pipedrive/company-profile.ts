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
  /** Whether the company has paid; while not, every call is refused with 402. */
  isOpen: boolean;
  /** Whether apps may be installed for it. */
  isInstallable: boolean;
  /** Whether its database is being maintained: consent is then refused with 503. */
  isInMaintenance: boolean;
}

/** What may change about a company. */
export const companyPatchSchema = z.strictObject({
  plan: z.enum(PLANS).optional(),
  seats: z.int().min(1).optional(),
  isOpen: z.boolean().optional(),
  isInstallable: z.boolean().optional(),
  isInMaintenance: z.boolean().optional(),
});

export type CompanyPatch = z.output<typeof companyPatchSchema>;

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
