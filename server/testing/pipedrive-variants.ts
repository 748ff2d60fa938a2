import type { Sandbox } from "@/sandbox/start-sandbox";
import type { VariantTable } from "./variants";

type Switches = ReturnType<Sandbox["pipedrive"]["control"]["setSwitches"]>;

const companion = "the size of a limit, set where limits are run";
const noSearch = "the product never searches: lists and its own links serve it";

/**
 * What Pipedrive may turn out to do (facts §12, §13), and which suite runs the product against it. What must hold:
 * `gone`: an object that was deleted, archived or merged is left alone with its reason. `references`: a refusal ends
 * with its reason, and makes nothing twice. `writes`: the deal is right, and what is right is not written again.
 * `limits`: a backlog is worked off, with hardly a refusal. `grant`: the grant lives, or asks for a reconnect. `caps`:
 * what the plan or the right of the person forbids is said.
 */
export const pipedriveVariants = {
  burstOAuth: { excused: companion },
  burstApiToken: { excused: "the product connects by OAuth alone" },
  burstSearch: { excused: noSearch },
  searchCountsInMainWindow: { excused: noSearch },
  dailyTokens: { excused: companion },
  midnightZone: { values: ["Europe/Berlin", "America/Los_Angeles"], proof: "limits" },
  failedRequestsCost: { each: { true: "default", false: "limits" } },
  budgetMustCoverCost: { each: { true: "limits", false: "default" } },
  dailyHeadersMissing: { values: [30], proof: "limits" },
  tooManyBody: { each: { gateway: "default", bare: "limits" } },
  tooManyRetryAfter: { each: { true: "limits", false: "default" } },
  banAfterRefusals: { values: [1], proof: "limits" },
  banMs: { excused: companion },
  customFieldLimit: { values: [0], proof: "caps" },
  dealLimit: { values: [0], proof: "caps" },
  dealsBeyondLimit: { each: { refused: "default", waiting: "caps" } },
  editDeletedStatus: { each: { 404: "default", 400: "gone", 403: "gone", 410: "gone" } },
  getDeletedStatus: { each: { 200: "default", 404: "gone" } },
  editArchivedStatus: { each: { 400: "default", 403: "gone" } },
  editArchivedCode: { each: { true: "default", false: "gone" } },
  unknownReference: {
    each: { "400-coded": "default", "400-plain": "references", "403": "references", "404": "references" },
  },
  reopenClearsTimes: { each: { true: "default", false: "writes" } },
  stageChangeOnWon: { each: { allowed: "default", refused: "writes" } },
  nullForNonNullable: { each: { refused: "default", accepted: "writes" } },
  noopMovesUpdateTime: { each: { true: "default", false: "writes" } },
  organizationDeleteClearsDeals: { each: { true: "gone", false: "default" } },
  geocodesAddress: { each: { true: "writes", false: "default" } },
  singleGetShowsNulls: { each: { true: "default", false: "writes" } },
  mergeSurvivor: { each: { merge_with_id: "default", path: "gone" } },
  getDeletedFieldStatus: { excused: "no field is ever read by itself" },
  cursorLifeMs: { excused: "the pages of a list are asked for one right after the other" },
  legacyV1: { excused: "no operation of the old API is ever called" },
  searchLagMs: { values: [null], proof: "writes" },
  searchLimitMax: { excused: noSearch },
  fieldSearchRows: { excused: noSearch },
  appScopes: { values: [["base", "deals:read", "contacts:read"]], proof: "caps" },
  tokenErrorShape: { each: { message: "default", description: "grant", text: "grant" } },
  refreshRotates: { each: { true: "grant", false: "default" } },
  tokenTypeCase: { each: { Bearer: "default", bearer: "grant" } },
  expiresIn: { each: { 3599: "default", 3600: "grant" } },
  fieldEventSpelling: { excused: "the product takes no webhooks from Pipedrive" },
} as const satisfies VariantTable<Switches>;
