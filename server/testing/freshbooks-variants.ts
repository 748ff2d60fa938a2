import type { Sandbox } from "@/sandbox/start-sandbox";
import type { VariantTable } from "./variants";

type Switches = ReturnType<Sandbox["freshbooks"]["control"]["setSwitches"]>;

const companion = "the size of another switch's behaviour, set where that is run";

/**
 * What FreshBooks may turn out to do (facts §12, §14), and which suite runs the product against it. What must hold:
 * `handshake`: every callback is verified, and its deliveries count. `deliveries`: the same deals stand in the end. `disabled`: a callback works again.
 * `states`: each state of an invoice is told from the others. `money`: to the cent in every currency. `refusals`: each
 * failure is known for what it is. `rates`: we slow down and go on. `tokens`: the grant lives, or asks for a reconnect.
 * `consent`: whoever comes back is told why. `accounts`: equal ids of two accounts stay apart.
 */
export const freshbooksVariants = {
  handshake: { each: { after: "default", before: "handshake", delayed: "handshake", never: "handshake" } },
  handshakeDelayMs: { excused: companion },
  handshakeRetried: { each: { true: "handshake", false: "default" } },
  handshakeSigned: { each: { true: "default", false: "handshake" } },
  verifierOnResend: { each: { same: "default", new: "handshake" } },
  fieldOrder: {
    each: {
      captured: "default",
      docs: "handshake",
      system: "handshake",
      unicode: "handshake",
      verified: "handshake",
    },
  },
  copies: { values: [3], proof: "deliveries" },
  duplicateNext: { values: [100], proof: "deliveries" },
  dropNext: { values: [3, 100], proof: "deliveries" },
  reorderNext: { values: [3, 100], proof: "deliveries" },
  delayMs: { values: [5 * 60_000], proof: "deliveries" },
  retryGapsMs: { excused: "how often FreshBooks tries again; the sweep needs none of it (`dropNext`)" },
  disableAfterDrops: { values: [1], proof: "disabled" },
  disabledSpell: { each: { lost: "default", kept: "disabled" } },
  duplicateRegistration: { each: { allowed: "default", same: "handshake", refused: "handshake" } },
  callbackDeleteStatus: { each: { 200: "default", 204: "handshake" } },
  changedUriNeedsVerifying: { excused: "no callback's address is ever changed: a new one is registered" },
  callbacksBelongTo: { each: { account: "default", identity: "handshake" } },
  callbacksOutliveRevoke: { each: { true: "default", false: "handshake" } },
  bareInvoiceIncludesSendByEmail: { each: { true: "default", false: "deliveries" } },
  callbackStamp: { each: { iso: "default", plain: "handshake" } },
  eventsErrorShape: { each: { errno: "default", grpc: "handshake", classic: "handshake" } },
  paymentEmitsInvoiceUpdate: { each: { true: "deliveries", false: "default" } },
  invoiceCreateEmitsClientUpdate: { each: { true: "deliveries", false: "default" } },
  viewEmitsInvoiceUpdate: { each: { true: "deliveries", false: "default" } },
  viewMovesVersion: { each: { true: "default", false: "deliveries" } },
  emailEmitsInvoiceUpdate: { each: { true: "default", false: "deliveries" } },
  overdue: { each: { silent: "default", emits: "deliveries", bumpsVersion: "deliveries" } },
  dayBoundary: { each: { business: "default", eastern: "deliveries", utc: "deliveries" } },
  partialPastDue: { each: { partial: "default", overdue: "states" } },
  viewedPastDue: { each: { viewed: "states", overdue: "default" } },
  disputedPastDue: { each: { disputed: "default", overdue: "states" } },
  resolvedPastDue: { each: { resolved: "states", overdue: "default" } },
  retryPastDue: { each: { retry: "default", overdue: "states" } },
  failedPastDue: { each: { failed: "default", overdue: "states" } },
  pendingPastDue: { each: { pending: "default", overdue: "states" } },
  declinedPastDue: { each: { declined: "default", overdue: "states" } },
  depositPastDue: { each: { deposit: "default", overdue: "states" } },
  readOnlyFields: { excused: "nothing at FreshBooks is ever written but callbacks" },
  moneyDecimals: { each: { two: "default", own: "money" } },
  netPaidAmount: { each: { plain: "default", long: "money" } },
  dateMaxInclusive: { excused: "no list is ever asked for with `date_max`" },
  updatedMinHonoured: { each: { true: "default", false: "deliveries" } },
  extraInTotal: { values: [7], proof: "deliveries" },
  idsSharedAcrossAccounts: { each: { true: "accounts", false: "default" } },
  refreshReuse: { each: { refused: "default", endsGrant: "tokens" } },
  oldAccessSurvivesRefresh: { each: { true: "default", false: "tokens" } },
  revokeAccessEndsRefresh: { each: { true: "default", false: "tokens" } },
  secondConsentEndsFirst: { each: { true: "default", false: "tokens" } },
  refreshNeedsRedirectUri: { each: { true: "tokens", false: "default" } },
  refreshKeepsCreatedAt: { each: { true: "tokens", false: "default" } },
  sendsIdToken: { each: { true: "tokens", false: "default" } },
  pkce: { each: { verified: "default", ignored: "tokens" } },
  misscopedConsent: { each: { page: "default", redirect: "consent" } },
  deniedConsent: { each: { redirect: "default", page: "consent" } },
  errorShape: { each: { classic: "default", grpc: "refusals", object: "refusals", in200: "refusals" } },
  accountingUnauthenticated: { each: { general: "default", classic: "refusals" } },
  unavailableFeatures: { values: [["credit_notes"], ["payments"]], proof: "refusals" },
  rateLimitGeneral: { excused: companion },
  rateLimitAccountingPost: { excused: "the product makes no accounting POST" },
  rateBucket: { each: { token: "default", account: "rates", app: "rates" } },
  rateHeadersOnErrors: { each: { true: "rates", false: "default" } },
  rateLimitBody: { each: { json: "default", html: "rates" } },
  retryAfterZero: { each: { true: "rates", false: "default" } },
} as const satisfies VariantTable<Switches>;
