import type { Role } from "../../contracts/permissions";
import { dayInWords } from "../../lib/day-in-words";
import type { MailContent } from "../../mail/mail-content";

const may = {
  owner: "own it: everything, erasing it included",
  admin: "manage its members, connections and mapping",
  editor: "follow the sync and have it checked or replayed",
  viewer: "see everything in it and change nothing",
} as const satisfies Record<Role, string>;

/** The mail with the link that lets its reader in. */
export function invitationMail(input: {
  to: string;
  workspaceName: string;
  invitedBy: string;
  role: Role;
  expiresAt: Date;
  appUrl: string;
  token: string;
}): MailContent {
  const { to, workspaceName, invitedBy, role, expiresAt, appUrl, token } = input;
  return {
    kind: "invitation",
    to,
    subject: `${invitedBy} invites you to “${workspaceName}”`,
    paragraphs: [
      `${invitedBy} invites you to the workspace “${workspaceName}” in ml-connector, which keeps Pipedrive in step with FreshBooks. As ${role} you may ${may[role]}.`,
      `The link works once, until ${dayInWords(expiresAt)}, and for ${to} alone.`,
    ],
    action: { label: "Accept the invitation", url: `${appUrl}/invite?token=${token}` },
    closing: "If you do not know what this is about, leave it: nothing happens without you.",
  };
}
