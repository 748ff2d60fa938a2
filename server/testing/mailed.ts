import { listMails } from "../use-cases/mail/list-mails";
import type { TestDeps } from "./test-deps";

/** What was mailed to an address, the newest first; with `LOCAL_MAILBOX` on. */
export async function mailsTo(deps: TestDeps, to: string): Promise<{ subject: string; text: string }[]> {
  return await listMails(deps, { to });
}

/** The secret in the newest mailed link to an address. */
export async function mailedToken(deps: TestDeps, to: string): Promise<string> {
  const [mail] = await listMails(deps, { to });
  const token = mail?.links
    .map((link) => new URL(link).searchParams.get("token"))
    .find((found) => found !== null);
  if (token == null) throw new Error(`no link was mailed to ${to}`);
  return token;
}
