import "server-only";
import type { Db } from "../db/client";
import { insertMail } from "../db/repos/mail";
import { mailWaiting } from "../jobs/events";
import type { OutgoingEvent } from "../jobs/events";
import type { Clock } from "../lib/clock";
import type { Env } from "../lib/env";
import { newId } from "../lib/ids";
import { hasLocalMailbox } from "./local-mailbox";
import { sealBody } from "./mail-body";
import type { MailContent } from "./mail-content";
import { renderMail } from "./render-mail";

/** Whether a mail reaches anybody: over SMTP, or on the local mailbox page. */
export function canSendMail(env: Env): boolean {
  return env.SMTP_URL !== undefined || hasLocalMailbox(env);
}

/**
 * Seals a mail and stores it; give the transaction of what it tells of, so that neither is without the other, and send
 * `mailQueued(id)` after the commit. Returns the mail's id, or null, with nothing stored, where no mail can be sent.
 * Without SMTP the local mailbox is where it goes, and it is there at once.
 */
export async function queueMail(
  deps: { clock: Clock; env: Env },
  db: Db,
  content: MailContent,
): Promise<string | null> {
  const { clock, env } = deps;
  if (!canSendMail(env)) return null;
  const id = newId("mail");
  const now = clock.now();
  const isThere = env.SMTP_URL === undefined;
  await insertMail(db, {
    id,
    kind: content.kind,
    toAddress: content.to,
    sealedBody: sealBody(env, id, renderMail(content, env.APP_URL)),
    status: isThere ? "sent" : "queued",
    createdAt: now,
    nextTryAt: now,
    sentAt: isThere ? now : null,
  });
  return id;
}

/** The event that has a queued mail sent at once, to be given to `deps.send` after the commit; if lost, the tick sends it. */
export function mailQueued(id: string): OutgoingEvent {
  return { name: mailWaiting.name, id: `mail:${id}`, data: { mailId: id } };
}
