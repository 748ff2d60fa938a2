import "server-only";
import { takeTry } from "../../credentials/throttle";
import { resetMail } from "./account-mails";
import { mailLink } from "./mail-link";
import type { PeopleDeps } from "./people-deps";

/**
 * Mails a link by which whoever has this address sets a new password. Same answer and same work whether or not anybody
 * has it.
 * @throws AppError `too_many_requests`; `not_configured` where no mail can be sent
 */
export async function requestReset(
  deps: PeopleDeps,
  input: { email: string; address: string | null },
): Promise<{ email: string }> {
  const { email, address } = input;
  await takeTry(deps, [
    { kind: "mail_account", subject: email },
    { kind: "mail_address", subject: address },
  ]);
  const appUrl = deps.env.APP_URL;
  const content = (token: string) => resetMail({ to: email, appUrl, token });
  await mailLink(deps, { email, purpose: "reset_password", content });
  return { email };
}
