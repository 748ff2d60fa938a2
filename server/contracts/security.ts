import { z } from "zod";
import { emailSchema, newPasswordSchema } from "./account";

/** A secret of 256 bits as it stands in a mailed link. */
const mailedToken = z
  .string()
  .regex(/^[\w-]{43}$/, "This link is not complete. Please copy it whole from the mail.");
export const mailedTokenInput = z.object({ token: mailedToken });

/** The same answer whether or not somebody has this address. */
export const addressInput = z.object({ email: emailSchema });
export const addressOutput = z.object({ email: z.string() });

export const resetPasswordInput = mailedTokenInput.extend({ password: newPasswordSchema });

const currentPassword = z.string().min(1, "Please type your password.").max(200);

/** `current` is left out by somebody who has no password yet. */
export const changePasswordInput = z.object({
  current: currentPassword.optional(),
  password: newPasswordSchema,
});

export const changeEmailInput = z.object({ email: emailSchema, password: currentPassword.optional() });

/** Six digits from the app, or a recovery code; spaces and dashes do not matter. */
export const secondFactorInput = z.object({
  code: z
    .string()
    .max(40)
    .transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
    .pipe(
      z.string().regex(/^(\d{6}|[A-Z2-7]{16})$/, "Six digits from your app, or one of your recovery codes."),
    ),
});
export const totpCodeInput = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "The six digits that your app shows.")),
});

/** What an authenticator app needs; the secret is shown to its owner, this once. */
export const totpSetUpOutput = z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() });
/** Ten codes, shown this once. */
export const recoveryCodesOutput = z.object({ codes: z.array(z.string()) });

export const sessionSchema = z.object({
  id: z.string(),
  isThisOne: z.boolean(),
  method: z.enum(["password", "email_link", "google", "github", "oidc"]),
  /** "Firefox on Windows"; null when the browser did not say. */
  device: z.string().nullable(),
  address: z.string().nullable(),
  createdAt: z.date(),
  lastSeenAt: z.date().nullable(),
});
export type SessionDto = z.output<typeof sessionSchema>;
export const listSessionsOutput = z.object({ sessions: z.array(sessionSchema) });
export const revokeSessionInput = z.object({ sessionId: z.string().max(40) });

export const providerSchema = z.enum(["google", "github", "oidc"]);
export type Provider = z.output<typeof providerSchema>;
export const unlinkInput = z.object({ provider: providerSchema });

/** How people may come in on this server. */
export const signInMethodsOutput = z.object({
  emailLink: z.boolean(),
  /** Whether a forgotten password can be mailed a link. */
  canReset: z.boolean(),
  providers: z.array(z.object({ id: providerSchema, label: z.string() })),
  /** The page where the operator reads mails that go nowhere (development, demo); null elsewhere. */
  mailboxUrl: z.string().nullable(),
});

/** The person's own account, as they see it. */
export const profileOutput = z.object({
  name: z.string(),
  email: z.string(),
  isEmailVerified: z.boolean(),
  /** Whether connecting waits for the address to be confirmed: false where the server can send no mail. */
  mustVerifyEmail: z.boolean(),
  /** An address that was asked for and not confirmed yet. */
  pendingEmail: z.string().nullable(),
  hasPassword: z.boolean(),
  totp: z.object({ enabledAt: z.date().nullable(), recoveryCodesLeft: z.number().int() }),
  identities: z.array(
    z.object({
      provider: providerSchema,
      label: z.string(),
      email: z.string().nullable(),
      linkedAt: z.date(),
    }),
  ),
});
export type Profile = z.output<typeof profileOutput>;

/** Nothing to tell but that it is done. */
export const doneOutput = z.object({ done: z.literal(true) });

/**
 * Why a sign-in came to nothing, by the code in the address it leads to: `/sign-in?error=<code>`, or for somebody who is
 * signed in and was linking another way in, `/account?error=<code>`. The capitalised ones are next-auth's own.
 */
export const signInErrorSentences = {
  link_first:
    "There is an account with this e-mail already. Sign in as you used to, then link this way of signing in under Account.",
  unverified:
    "That service does not vouch for your e-mail address. Confirm the address there, or sign in another way.",
  no_email: "That service told us no e-mail address. Allow it to share one, or sign in another way.",
  already_linked: "That sign-in belongs to another account here, so it was not linked to yours.",
  other_linked:
    "Your account is linked to another sign-in of that service already. Unlink that one first, then try again.",
  confirm_first: "Please confirm your e-mail address first, then link another way of signing in.",
  unavailable: "Signing in did not work because of a failure on our side. Please try again in a moment.",
  denied: "You said no, so you were not signed in. Try again, or sign in another way.",
  CredentialsSignin: "E-mail and password do not belong together. Check both and try again.",
  AccessDenied: "This sign-in was refused. Try again, or sign in another way.",
  OAuthSignin: "That service could not be reached. Try again in a moment, or sign in another way.",
  OAuthCallback:
    "That sign-in was begun in another window, was used already, or took too long. Please start again.",
  Callback: "That service did not let you in. Please try again, or sign in another way.",
  Configuration: "Signing in is not set up rightly on this server. Please tell its operator.",
} as const satisfies Record<string, string>;

const sentencesByCode: Readonly<Record<string, string>> = signInErrorSentences;

/** The sentence for any code that may stand in an address; a general one for those that nobody knows. */
export function signInErrorSentence(code: string): string {
  const known = Object.hasOwn(sentencesByCode, code) ? sentencesByCode[code] : undefined;
  return known ?? "Signing in did not work. Please try again.";
}

/** What next-auth's form reads when there were too many tries: `throttled.<seconds to wait>`. */
const throttledCode = /^throttled\.(\d{1,9})$/;

/** The code that tells a sign-in form how long to wait. */
export function throttledSignInCode(retryAfterMs: number): string {
  return `throttled.${Math.ceil(retryAfterMs / 1000)}`;
}

/** Seconds to wait, out of what next-auth's `signIn` answered as `error`; null when it is anything else. */
export function throttledSeconds(error: string): number | null {
  const seconds = throttledCode.exec(error)?.[1];
  return seconds === undefined ? null : Number(seconds);
}
