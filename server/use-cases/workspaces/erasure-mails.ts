import { dayInWords } from "../../lib/day-in-words";
import type { MailContent } from "../../mail/mail-content";

type ToOwners = Omit<MailContent, "to">;

const stays = "What is in FreshBooks and Pipedrive themselves stays there.";

/** Tells the owners that one of them has asked for the end. `settingsUrl` is where it can be undone. */
export function erasureAskedMail(input: {
  name: string;
  askedBy: string;
  eraseAt: Date;
  settingsUrl: string;
}): ToOwners {
  const day = dayInWords(input.eraseAt);
  return {
    kind: "workspace_erasure",
    subject: `“${input.name}” will be erased on ${day}`,
    paragraphs: [
      `${input.askedBy} has asked to erase the workspace “${input.name}”. Nothing of it is synced any more.`,
      `Until ${day} everything in it stays as it is, and any owner can keep it. Then its members, settings, records and history are erased for good, and its access to FreshBooks and Pipedrive is given back. ${stays}`,
    ],
    action: { label: "Look at the workspace", url: input.settingsUrl },
    closing: "If you do not want it erased, open its settings and press “Keep this workspace”.",
  };
}

/** Tells the owners that one of them has undone it. */
export function workspaceKeptMail(input: { name: string; keptBy: string; settingsUrl: string }): ToOwners {
  return {
    kind: "workspace_kept",
    subject: `“${input.name}” is kept`,
    paragraphs: [
      `${input.keptBy} has decided to keep the workspace “${input.name}”. It is not erased, and it syncs again; what changed in FreshBooks meanwhile is caught up with.`,
    ],
    action: { label: "Look at the workspace", url: input.settingsUrl },
  };
}

/** The last mail. `untold` are the vendors that could not be told of the end. */
export function workspaceErasedMail(input: { name: string; untold: readonly string[] }): ToOwners {
  const untold = input.untold.map(
    (vendor) =>
      `${vendor} could not be reached to give our access back. What we held of it is erased; to be thorough, remove the app in ${vendor}’s own settings.`,
  );
  return {
    kind: "workspace_erased",
    subject: `“${input.name}” has been erased`,
    paragraphs: [
      `The workspace “${input.name}” and everything in it has been erased, as an owner asked. ${stays}`,
      ...untold,
    ],
  };
}
