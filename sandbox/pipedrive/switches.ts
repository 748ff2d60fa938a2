import { z } from "zod";

const status = z.union([z.literal(400), z.literal(403), z.literal(404), z.literal(410)]);

/** Behaviours the fact sheet leaves open, and the size of the company's plan (facts §6, §12). */
export const switchesSchema = z.strictObject({
  /** Requests in a rolling 2 s window for one OAuth token, one API token, and for searches. */
  burstOAuth: z.int().min(1),
  burstApiToken: z.int().min(1),
  burstSearch: z.int().min(1),
  /** Token budget of the company per UTC day. */
  dailyTokens: z.int().min(0),
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
  /** Custom fields the company's plan allows. */
  customFieldLimit: z.int().min(0),
});

export type Switches = z.output<typeof switchesSchema>;

/** A Lite plan with three seats, as a small firm has it. */
export const DEFAULT_SWITCHES: Switches = {
  burstOAuth: 80,
  burstApiToken: 20,
  burstSearch: 10,
  dailyTokens: 90_000,
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
  customFieldLimit: 100,
};

export const switchPatchSchema = switchesSchema.partial();

/** A change of some switches; those not named stay as they are. */
export type SwitchPatch = z.output<typeof switchPatchSchema>;
