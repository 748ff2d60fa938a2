import { z } from "zod";

/** Tokens, consent, refusals and rate limits (facts §1, §7, §14). */
export const serviceSwitches = z.object({
  /** What a spent refresh token does: it is refused, or taken for theft, which ends the grant. */
  refreshReuse: z.enum(["refused", "endsGrant"]),
  oldAccessSurvivesRefresh: z.boolean(),
  revokeAccessEndsRefresh: z.boolean(),
  secondConsentEndsFirst: z.boolean(),
  refreshNeedsRedirectUri: z.boolean(),
  /** Whether a refresh answers the first `created_at` and 43199 seconds, as was once recorded. */
  refreshKeepsCreatedAt: z.boolean(),
  sendsIdToken: z.boolean(),
  pkce: z.enum(["verified", "ignored"]),
  misscopedConsent: z.enum(["page", "redirect"]),
  deniedConsent: z.enum(["redirect", "page"]),
  errorShape: z.enum(["classic", "grpc", "object", "in200"]),
  /** The body of a 401 of the accounting family: the general one, or that of an older recording. */
  accountingUnauthenticated: z.enum(["general", "classic"]),
  /** Nouns such as `credit_notes` that answer 200 with errno 12001, "feature not available". */
  unavailableFeatures: z.array(z.enum(["clients", "invoices", "payments", "credit_notes"])),
  /** Calls in 60 s: accounting POSTs have a bucket of their own (facts §7). */
  rateLimitGeneral: z.int().min(1),
  rateLimitAccountingPost: z.int().min(1),
  /** Whose calls share a bucket. */
  rateBucket: z.enum(["token", "account", "app"]),
  rateHeadersOnErrors: z.boolean(),
  rateLimitBody: z.enum(["json", "html"]),
  /** Whether a 429 says `Retry-After: 0` whatever is left of the window. */
  retryAfterZero: z.boolean(),
});

export type ServiceSwitches = z.output<typeof serviceSwitches>;

export const SERVICE_DEFAULTS: ServiceSwitches = {
  refreshReuse: "refused",
  oldAccessSurvivesRefresh: true,
  revokeAccessEndsRefresh: true,
  secondConsentEndsFirst: true,
  refreshNeedsRedirectUri: false,
  refreshKeepsCreatedAt: false,
  sendsIdToken: false,
  pkce: "verified",
  misscopedConsent: "page",
  deniedConsent: "redirect",
  errorShape: "classic",
  accountingUnauthenticated: "general",
  unavailableFeatures: [],
  rateLimitGeneral: 600,
  rateLimitAccountingPost: 250,
  rateBucket: "token",
  rateHeadersOnErrors: false,
  rateLimitBody: "json",
  retryAfterZero: false,
};
