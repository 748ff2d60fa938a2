import { z } from "zod";

const status = z.union([z.literal(400), z.literal(403), z.literal(404), z.literal(410)]);

/** Behaviours the fact sheet leaves open, and the size of the company's plan (facts §6, §12). */
export const switchesSchema = z.strictObject({
  /** Requests in a rolling 2 s window for one OAuth token, one API token, and for searches; null: by the plan. */
  burstOAuth: z.int().min(1).nullable(),
  burstApiToken: z.int().min(1).nullable(),
  burstSearch: z.int().min(1).nullable(),
  /** Token budget of a company per day; null: by its plan and seats. */
  dailyTokens: z.int().min(0).nullable(),
  /** Whether requests that fail are paid for. */
  failedRequestsCost: z.boolean(),
  /** Scopes the app has in the Developer Hub. */
  appScopes: z.array(z.string()),
  /** Answer to an edit of a soft-deleted object. */
  editDeletedStatus: status,
  /** Answer to an edit of an archived deal. */
  editArchivedStatus: z.union([z.literal(400), z.literal(403)]),
  /** How long the search index lags behind, drawn anew for each change; null: it never learns. */
  searchLagMs: z.strictObject({ min: z.int().min(0), max: z.int().min(0) }).nullable(),
  /** Custom fields that a company may have; null: by its plan. */
  customFieldLimit: z.int().min(0).nullable(),
});

export type Switches = z.output<typeof switchesSchema>;

/** What is likeliest where nothing is known. */
export const DEFAULT_SWITCHES: Switches = {
  burstOAuth: null,
  burstApiToken: null,
  burstSearch: null,
  dailyTokens: null,
  failedRequestsCost: true,
  appScopes: [
    "base",
    "deals:full",
    "contacts:full",
    "deal-fields:full",
    "contact-fields:full",
    "users:read",
    "search:read",
  ],
  editDeletedStatus: 404,
  editArchivedStatus: 400,
  searchLagMs: { min: 1000, max: 5000 },
  customFieldLimit: null,
};

export const switchPatchSchema = switchesSchema.partial();

/** A change of some switches; those not named stay as they are. */
export type SwitchPatch = z.output<typeof switchPatchSchema>;
