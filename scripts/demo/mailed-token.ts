import { until } from "../lib/until";
import type { AppApi } from "./app-api";

const WITHIN_MS = 30_000;

/** The secret in the newest link to `page` that was mailed to an address, as its owner reads it in the local mailbox. */
export async function mailedToken(api: AppApi, to: string, page: string): Promise<string> {
  const look = async (): Promise<string | undefined> => {
    const { mails } = await api.mailbox.list.query({ to });
    const links = mails.flatMap((mail) => mail.links).map((link) => new URL(link));
    return links.find(({ pathname }) => pathname === page)?.searchParams.get("token") ?? undefined;
  };
  return await until(look, {
    withinMs: WITHIN_MS,
    everyMs: 50,
    what: `The mail to ${to} with its link to ${page}`,
  });
}

/** Confirms an address by the link that was mailed to it. */
export async function confirmAddress(api: AppApi, email: string): Promise<void> {
  await api.account.verifyEmail.mutate({ token: await mailedToken(api, email, "/verify") });
}
