import { mailedToken } from "@/scripts/demo/mailed-token";
import type { AppApi } from "@/scripts/demo/app-api";

/** The page that the newest link to it, mailed to an address, opens. */
export async function mailedPage(api: AppApi, to: string, page: string): Promise<string> {
  return `${page}?token=${await mailedToken(api, to, page)}`;
}

/** Every subject that was mailed to an address, the newest first. */
export async function mailedSubjects(api: AppApi, to: string): Promise<string[]> {
  const { mails } = await api.mailbox.list.query({ to });
  return mails.map(({ subject }) => subject);
}
