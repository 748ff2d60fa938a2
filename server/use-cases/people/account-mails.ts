import type { MailContent } from "../../mail/mail-content";

/** A mail with a link in it: to whom, for which server, with which secret. */
type Linked = { to: string; appUrl: string; token: string };

/** Where a mailed link leads; nothing is used up by opening it. */
function linkTo({ appUrl, token }: Linked, page: "verify" | "reset" | "change-email"): string {
  return `${appUrl}/${page}?token=${token}`;
}

/** Asks a newcomer to prove their address. */
export function verificationMail(mail: Linked): MailContent {
  return {
    kind: "verify_email",
    to: mail.to,
    subject: "Confirm your address",
    paragraphs: [
      "Somebody signed up for ml-connector with this address. If that was you, confirm it: from then on you can connect FreshBooks and Pipedrive.",
      "The link works once, within 24 hours.",
    ],
    action: { label: "Confirm this address", url: linkTo(mail, "verify") },
    closing: "If it was not you, do nothing: without this link nobody can connect anything in your name.",
  };
}

/** Tells somebody who has an account that their address was used to sign up once more. */
export function accountExistsMail(mail: Linked): MailContent {
  return {
    kind: "account_exists",
    to: mail.to,
    subject: "You have an account already",
    paragraphs: [
      `Somebody tried to sign up for ml-connector with this address, which has an account already. Nothing was changed. If that was you, sign in at ${mail.appUrl}/sign-in.`,
      "If you no longer know your password, set a new one. The link works once, within the hour.",
    ],
    action: { label: "Set a new password", url: linkTo(mail, "reset") },
    closing: "If it was not you, do nothing: whoever it was did not learn that you have an account.",
  };
}

/** Lets somebody in who has forgotten their password. */
export function resetMail(mail: Linked): MailContent {
  return {
    kind: "reset_password",
    to: mail.to,
    subject: "Set a new password",
    paragraphs: [
      "Somebody asked to set a new password for your account. If that was you, go on here. The link works once, within the hour.",
    ],
    action: { label: "Set a new password", url: linkTo(mail, "reset") },
    closing: "If it was not you, do nothing: your password stays as it is.",
  };
}

/** Asks whoever reads the new address whether it is theirs. */
export function newAddressMail(mail: Linked & { name: string }): MailContent {
  return {
    kind: "change_email",
    to: mail.to,
    subject: "Confirm your new address",
    paragraphs: [
      `${mail.name} asked to use this address for their account. If that was you, confirm it; from then on you sign in with it. The link works once, within 24 hours.`,
    ],
    action: { label: "Use this address", url: linkTo(mail, "change-email") },
    closing: "If it was not you, do nothing: without this link nothing changes.",
  };
}

/** Tells somebody who has an account that another one wanted their address. */
export function addressInUseMail({ to, appUrl }: { to: string; appUrl: string }): MailContent {
  return {
    kind: "address_in_use",
    to,
    subject: "Your address belongs to your account",
    paragraphs: [
      `Somebody asked to use this address for another account. It belongs to yours, so nothing was changed. If that was you, sign in to this account at ${appUrl}/sign-in, or give it another address first.`,
    ],
    closing: "If it was not you, do nothing: whoever it was did not learn that you have an account.",
  };
}
