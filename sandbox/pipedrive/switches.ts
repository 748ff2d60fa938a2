import { z } from "zod";

/** How many of something, or null: as the company's plan has it. */
const byPlan = z.int().min(0).nullable();
const window = z.int().min(1).nullable();

const limits = {
  /** Requests in a rolling 2 s window for one OAuth token, one API token, and for searches. */
  burstOAuth: window,
  burstApiToken: window,
  burstSearch: window,
  /** Whether a search counts in the caller's main window too. */
  searchCountsInMainWindow: z.boolean(),
  /** Token budget of a company per day. */
  dailyTokens: byPlan,
  /** Where midnight falls, at which the budget is full again. */
  midnightZone: z.string().min(1),
  /** Whether requests that fail are paid for. */
  failedRequestsCost: z.boolean(),
  /** Whether a call is refused when less remains than it costs, or only when nothing remains. */
  budgetMustCoverCost: z.boolean(),
  /** Calls of a token, after a pause of ten minutes, whose answers lack the daily headers. */
  dailyHeadersMissing: z.int().min(0),
  /** Whether the answer to too many requests has `errorCode` and `error_info`. */
  tooManyBody: z.enum(["gateway", "bare"]),
  tooManyRetryAfter: z.boolean(),
  /** Refusals in a row after which a token meets the firewall's page, and for how long; null: never. */
  banAfterRefusals: z.int().min(1).nullable(),
  banMs: z.int().min(1),
  /** Custom fields that a company may have, and deals not deleted. */
  customFieldLimit: byPlan,
  dealLimit: byPlan,
  /** What becomes of a deal beyond the limit: refused, or put on a waiting list. */
  dealsBeyondLimit: z.enum(["refused", "waiting"]),
};

const rules = {
  /** Answer to an edit of a soft-deleted object. */
  editDeletedStatus: z.literal([400, 403, 404, 410]),
  /** Answer to a read of a soft-deleted object. */
  getDeletedStatus: z.literal([200, 404]),
  /** Answer to an edit of an archived deal, with or without a code. */
  editArchivedStatus: z.literal([400, 403]),
  editArchivedCode: z.boolean(),
  /** Answer to an owner, currency, stage, pipeline, person or organization that is not there. */
  unknownReference: z.enum(["400-coded", "400-plain", "403", "404"]),
  /** Whether opening a deal again clears its closing times. */
  reopenClearsTimes: z.boolean(),
  stageChangeOnWon: z.enum(["allowed", "refused"]),
  /** `null` for a property that the specification does not call nullable. */
  nullForNonNullable: z.enum(["refused", "accepted"]),
  /** Whether a PATCH that changes nothing moves `update_time`. */
  noopMovesUpdateTime: z.boolean(),
  organizationDeleteClearsDeals: z.boolean(),
  /** Whether an address written as one text is taken apart. */
  geocodesAddress: z.boolean(),
  /** Whether reading one object shows custom fields without a value. */
  singleGetShowsNulls: z.boolean(),
  /** Whose id lives on after a merge. */
  mergeSurvivor: z.enum(["path", "merge_with_id"]),
  /** Answer to a read of a deleted field. */
  getDeletedFieldStatus: z.literal([404, 410]),
  /** Age at which a cursor is refused; null: never. */
  cursorLifeMs: z.int().min(0).nullable(),
  /** What the old v1 operations on deals and organizations answer. */
  legacyV1: z.enum(["404-html", "410", "answers"]),
};

const searches = {
  /** How long the search index lags behind, drawn anew for each change; null: it never learns. */
  searchLagMs: z.strictObject({ min: z.int().min(0), max: z.int().min(0) }).nullable(),
  /** The highest `limit` of a search. */
  searchLimitMax: z.literal([100, 500]),
  /** Rows of `itemSearch/field`: `{id, name}`, or `{result_score, item}`. */
  fieldSearchRows: z.enum(["flat", "scored"]),
};

const oauth = {
  /** Scopes the app has in the Developer Hub. */
  appScopes: z.array(z.string()),
  /** How a refusal of the token endpoint is worded. */
  tokenErrorShape: z.enum(["message", "description", "text"]),
  refreshRotates: z.boolean(),
  tokenTypeCase: z.enum(["Bearer", "bearer"]),
  expiresIn: z.literal([3599, 3600]),
};

const webhooks = {
  /** How webhooks call the definitions of fields. */
  fieldEventSpelling: z.enum(["dealField", "deal_field", "deal-field"]),
};

/** Behaviours the fact sheet leaves open (facts §12, §13), and limits that a test may want smaller (facts §6). */
export const switchesSchema = z.strictObject({ ...limits, ...rules, ...searches, ...oauth, ...webhooks });

export type Switches = z.output<typeof switchesSchema>;

/** What is likeliest where nothing is known. */
export const DEFAULT_SWITCHES: Switches = {
  burstOAuth: null,
  burstApiToken: null,
  burstSearch: null,
  searchCountsInMainWindow: false,
  dailyTokens: null,
  midnightZone: "UTC",
  failedRequestsCost: true,
  budgetMustCoverCost: false,
  dailyHeadersMissing: 0,
  tooManyBody: "gateway",
  tooManyRetryAfter: false,
  banAfterRefusals: 100,
  banMs: 60_000,
  customFieldLimit: null,
  dealLimit: null,
  dealsBeyondLimit: "refused",
  editDeletedStatus: 404,
  getDeletedStatus: 200,
  editArchivedStatus: 400,
  editArchivedCode: true,
  unknownReference: "400-coded",
  reopenClearsTimes: true,
  stageChangeOnWon: "allowed",
  nullForNonNullable: "refused",
  noopMovesUpdateTime: true,
  organizationDeleteClearsDeals: false,
  geocodesAddress: false,
  singleGetShowsNulls: true,
  mergeSurvivor: "merge_with_id",
  getDeletedFieldStatus: 404,
  cursorLifeMs: null,
  legacyV1: "404-html",
  searchLagMs: { min: 1000, max: 5000 },
  searchLimitMax: 100,
  fieldSearchRows: "flat",
  appScopes: [
    "base",
    "deals:full",
    "contacts:full",
    "deal-fields:full",
    "contact-fields:full",
    "users:read",
    "search:read",
  ],
  tokenErrorShape: "message",
  refreshRotates: false,
  tokenTypeCase: "Bearer",
  expiresIn: 3599,
  fieldEventSpelling: "dealField",
};

export const switchPatchSchema = switchesSchema.partial();

/** A change of some switches; those not named stay as they are. */
export type SwitchPatch = z.output<typeof switchPatchSchema>;
