import type { MailContent } from "../../mail/mail-content";

type Notice = { to: string; appUrl: string };

function undo(appUrl: string): string {
  return `If it was not you, set a new password at ${appUrl}/forgot: that ends every session and every change that waits.`;
}

/** Tells a person that their password is another one now. */
export function passwordChangedMail({ to, appUrl }: Notice): MailContent {
  return {
    kind: "password_changed",
    to,
    subject: "Your password was changed",
    paragraphs: ["The password of your account was changed. Every other session was ended."],
    closing: undo(appUrl),
  };
}

/** Tells the old address that the account may move to another one. */
export function changeAskedMail({ to, appUrl, newEmail }: Notice & { newEmail: string }): MailContent {
  return {
    kind: "change_email_asked",
    to,
    subject: "A new address was asked for",
    paragraphs: [
      `Somebody who is signed in to your account asked to use ${newEmail} for it. Nothing changes until that address is confirmed; until then it can be cancelled under Account.`,
    ],
    action: { label: "Open your account", url: `${appUrl}/account` },
    closing: undo(appUrl),
  };
}

/** Tells the old address that the account has left it. */
export function leftAddressMail({ to, newEmail }: { to: string; newEmail: string }): MailContent {
  return {
    kind: "email_left",
    to,
    subject: "Your account has a new address",
    paragraphs: [
      `Your account is at ${newEmail} from now on; this address no longer signs you in. Every other session was ended.`,
    ],
    closing:
      "If it was not you, write to whoever runs this server at once, from this address: they can tell when it was changed.",
  };
}

/** Tells the new address that the account is there now. */
export function arrivedAddressMail({ to, appUrl }: Notice): MailContent {
  return {
    kind: "email_arrived",
    to,
    subject: "This is your account's address now",
    paragraphs: [
      "From now on you sign in with this address, and mails come here. Your password is the same.",
    ],
    action: { label: "Open your account", url: `${appUrl}/account` },
    closing: undo(appUrl),
  };
}
