import type { FreshbooksQuestion } from "./probe";
import { accessAfterRefresh } from "./questions/access-after-refresh";
import { availableFeatures } from "./questions/available-features";
import { bareInvoice } from "./questions/bare-invoice";
import { callbackAfterRevoke } from "./questions/callback-after-revoke";
import { callbackDeleteStatus } from "./questions/callback-delete-status";
import { callbackOwner } from "./questions/callback-owner";
import { callbackStamp } from "./questions/callback-stamp";
import { changedUri } from "./questions/changed-uri";
import { dateMax } from "./questions/date-max";
import { dayBoundary } from "./questions/day-boundary";
import { deliveryForm } from "./questions/delivery-form";
import { deliveryRetried } from "./questions/delivery-retried";
import { deliverySignature } from "./questions/delivery-signature";
import { deniedConsent } from "./questions/denied-consent";
import { depositPastDue } from "./questions/deposit-past-due";
import { disputedPastDue } from "./questions/disputed-past-due";
import { duplicateRegistration } from "./questions/duplicate-registration";
import { emailEmitsInvoiceUpdate } from "./questions/email-emits-invoice-update";
import { errorShape } from "./questions/error-shape";
import { eventsErrorShape } from "./questions/events-error-shape";
import { extraInTotal } from "./questions/extra-in-total";
import { failedPastDue } from "./questions/failed-past-due";
import { fallingDue } from "./questions/falling-due";
import { handshakeRetried } from "./questions/handshake-retried";
import { handshakeSigned } from "./questions/handshake-signed";
import { handshakeTiming } from "./questions/handshake-timing";
import { idToken } from "./questions/id-token";
import { idsOverAccounts } from "./questions/ids-over-accounts";
import { invoiceCreateEmitsClientUpdate } from "./questions/invoice-create-emits-client-update";
import { misscopedConsent } from "./questions/misscoped-consent";
import { missingScope } from "./questions/missing-scope";
import { moneyDecimals } from "./questions/money-decimals";
import { netPaidAmount } from "./questions/net-paid-amount";
import { partialPastDue } from "./questions/partial-past-due";
import { paymentEmitsInvoiceUpdate } from "./questions/payment-emits-invoice-update";
import { pkce } from "./questions/pkce";
import { rateBucket } from "./questions/rate-bucket";
import { rateHeadersOnErrors } from "./questions/rate-headers-on-errors";
import { rateLimitBody } from "./questions/rate-limit-body";
import { rateLimitOfCreates } from "./questions/rate-limit-of-creates";
import { rateLimits } from "./questions/rate-limits";
import { readOnlyFields } from "./questions/read-only-fields";
import { refreshCreatedAt } from "./questions/refresh-created-at";
import { refreshRedirectUri } from "./questions/refresh-redirect-uri";
import { refreshReuse } from "./questions/refresh-reuse";
import { resolvedPastDue } from "./questions/resolved-past-due";
import { retryAfterZero } from "./questions/retry-after-zero";
import { retryPastDue } from "./questions/retry-past-due";
import { revokeAccess } from "./questions/revoke-access";
import { secondConsent } from "./questions/second-consent";
import { unauthenticatedBody } from "./questions/unauthenticated-body";
import { updatedMin } from "./questions/updated-min";
import { verifierOnResend } from "./questions/verifier-on-resend";
import { versionHeaders } from "./questions/version-headers";
import { viewEmitsInvoiceUpdate } from "./questions/view-emits-invoice-update";
import { viewMovesVersion } from "./questions/view-moves-version";
import { viewedPastDue } from "./questions/viewed-past-due";
import { wrongVerifier } from "./questions/wrong-verifier";

/** What is open about FreshBooks, in the order of asking: what needs least, what takes the night, what may end the grant that the run began with, and what only looks on. */
export const freshbooksQuestions: readonly FreshbooksQuestion[] = [
  errorShape,
  unauthenticatedBody,
  eventsErrorShape,
  versionHeaders,
  availableFeatures,
  rateLimits,
  rateHeadersOnErrors,
  updatedMin,
  extraInTotal,
  retryPastDue,
  failedPastDue,
  resolvedPastDue,
  bareInvoice,
  callbackDeleteStatus,
  callbackStamp,
  changedUri,
  dateMax,
  deliveryForm,
  deliveryRetried,
  deliverySignature,
  depositPastDue,
  disputedPastDue,
  duplicateRegistration,
  emailEmitsInvoiceUpdate,
  handshakeRetried,
  handshakeSigned,
  handshakeTiming,
  idsOverAccounts,
  invoiceCreateEmitsClientUpdate,
  moneyDecimals,
  netPaidAmount,
  partialPastDue,
  paymentEmitsInvoiceUpdate,
  rateLimitOfCreates,
  readOnlyFields,
  verifierOnResend,
  viewEmitsInvoiceUpdate,
  viewMovesVersion,
  viewedPastDue,
  wrongVerifier,
  dayBoundary,
  fallingDue,
  accessAfterRefresh,
  callbackAfterRevoke,
  callbackOwner,
  idToken,
  missingScope,
  pkce,
  rateBucket,
  refreshCreatedAt,
  refreshRedirectUri,
  refreshReuse,
  revokeAccess,
  secondConsent,
  misscopedConsent,
  deniedConsent,
  rateLimitBody,
  retryAfterZero,
];
