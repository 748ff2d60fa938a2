import { z } from "zod";

const count = z.int().min(0);

/** How handshakes, deliveries and registrations go (facts §3, §14.8). */
export const callbackSwitches = z.object({
  /** When the handshake is posted, relative to the answer of the create call. */
  handshake: z.enum(["after", "before", "delayed", "never"]),
  /** How long a `delayed` handshake takes, on the sandbox's clock. */
  handshakeDelayMs: count,
  handshakeRetried: z.boolean(),
  handshakeSigned: z.boolean(),
  verifierOnResend: z.enum(["same", "new"]),
  /** Order and further fields of a delivery: as captured, as the documentation prints them, or with an oddity. */
  fieldOrder: z.enum(["captured", "docs", "system", "unicode", "verified"]),
  /** How many times each delivery is posted. */
  copies: z.int().min(1).max(50),
  /** The next n deliveries are posted twice. */
  duplicateNext: count,
  /** The next n deliveries are lost. */
  dropNext: count,
  /** The next n deliveries are held back and posted in reverse order. */
  reorderNext: count,
  /** Pause before a delivery, on the sandbox's clock. */
  delayMs: count,
  /** Pauses before the second, third … try of a failed delivery, on the sandbox's clock; then it is dropped. */
  retryGapsMs: z.array(count),
  /** Deliveries dropped in a row after which a callback is disabled. */
  disableAfterDrops: z.int().min(1),
  /** Whether what happened while a callback was disabled is lost, or delivered once it is verified again. */
  disabledSpell: z.enum(["lost", "kept"]),
  duplicateRegistration: z.enum(["allowed", "same", "refused"]),
  callbackDeleteStatus: z.union([z.literal(200), z.literal(204)]),
  changedUriNeedsVerifying: z.boolean(),
  /** Whether every identity of the account sees a callback, or only the one that made it. */
  callbacksBelongTo: z.enum(["account", "identity"]),
  callbacksOutliveRevoke: z.boolean(),
  bareInvoiceIncludesSendByEmail: z.boolean(),
  callbackStamp: z.enum(["iso", "plain"]),
  eventsErrorShape: z.enum(["errno", "grpc", "classic"]),
});

export type CallbackSwitches = z.output<typeof callbackSwitches>;

export const CALLBACK_DEFAULTS: CallbackSwitches = {
  handshake: "after",
  handshakeDelayMs: 5000,
  handshakeRetried: false,
  handshakeSigned: true,
  verifierOnResend: "same",
  fieldOrder: "captured",
  copies: 1,
  duplicateNext: 0,
  dropNext: 0,
  reorderNext: 0,
  delayMs: 0,
  retryGapsMs: [500, 2000, 8000],
  disableAfterDrops: 10,
  disabledSpell: "lost",
  duplicateRegistration: "allowed",
  callbackDeleteStatus: 200,
  changedUriNeedsVerifying: true,
  callbacksBelongTo: "account",
  callbacksOutliveRevoke: true,
  bareInvoiceIncludesSendByEmail: true,
  callbackStamp: "iso",
  eventsErrorShape: "errno",
};
