import type { MailContent } from "../../mail/mail-content";

/** What a person is told by mail when something about how they sign in has changed. */
const notices = {
  totp_enabled: {
    subject: "Two-factor sign-in is on",
    what: "From now on signing in to your account asks for a code from your authenticator app. Every other session was ended.",
  },
  totp_disabled: {
    subject: "Two-factor sign-in is off",
    what: "Signing in to your account asks for no code any more. Every other session was ended.",
  },
  recovery_codes_renewed: {
    subject: "You have new recovery codes",
    what: "New recovery codes were made for your account; the former ones open nothing any more. Every other session was ended.",
  },
  recovery_code_used: {
    subject: "A recovery code was used to sign in",
    what: "Somebody signed in to your account with one of your recovery codes. It is used up; make new ones under Account before they run out.",
  },
  password_forgotten: {
    subject: "You signed in by a mailed link; your old password is gone",
    what: "Your address had not been confirmed before, so whoever set the account's password may not have been you. It opens nothing any more, and every other session was ended. Set a password of your own under Account.",
  },
} as const;

export type SecurityNotice = keyof typeof notices;

/** Said under every notice: what to do if somebody else did it. */
function closingOf(appUrl: string): string {
  return `If this was not you, set a new password at ${appUrl}/forgot and end all other sessions under Account.`;
}

/** The mail that tells a person what was changed about how they sign in. */
export function securityNotice(kind: SecurityNotice, to: string, appUrl: string): MailContent {
  const { subject, what } = notices[kind];
  return { kind, to, subject, paragraphs: [what], closing: closingOf(appUrl) };
}

/** The mail that tells a person that a provider's account lets them in now, or does no more. */
export function identityNotice(
  change: "linked" | "unlinked",
  label: string,
  to: string,
  appUrl: string,
): MailContent {
  const isLinked = change === "linked";
  return {
    kind: `identity_${change}`,
    to,
    subject: isLinked ? `${label} now signs you in` : `${label} does not sign you in any more`,
    paragraphs: [
      isLinked
        ? `Your account is linked to one at ${label}: whoever signs in there gets in here.`
        : `Your account is not linked to one at ${label} any more.`,
    ],
    closing: closingOf(appUrl),
  };
}
