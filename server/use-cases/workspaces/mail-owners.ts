import "server-only";
import type { Transaction } from "../../db/client";
import { listOwners } from "../../db/repos/membership";
import type { Tenant } from "../../db/tenant";
import type { MailContent } from "../../mail/mail-content";
import { queueMail } from "../../mail/queue-mail";
import type { Deps } from "../deps";

/** Queues a mail to each owner in the transaction of what it tells of, and answers the mails' ids, to be posted after it. */
export async function mailOwners(
  deps: Pick<Deps, "clock" | "env">,
  transaction: Transaction,
  tenant: Tenant,
  content: Omit<MailContent, "to">,
): Promise<(string | null)[]> {
  const mailIds: (string | null)[] = [];
  for (const { email } of await listOwners(transaction, tenant)) {
    mailIds.push(await queueMail(deps, transaction, { ...content, to: email }));
  }
  return mailIds;
}
