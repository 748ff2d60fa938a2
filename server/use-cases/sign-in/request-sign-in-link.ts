import "server-only";
import { takeTry } from "../../credentials/throttle";
import type { MailContent } from "../../mail/mail-content";
import { mailLink } from "../people/mail-link";
import type { SignInDeps } from "./sign-in-deps";

/**
 * Mails whoever has this address a link that signs in, good once within fifteen minutes. Same answer and same work
 * whether or not anybody has it. Asking is counted per address asked for and per address asked from.
 * @throws AppError `too_many_requests`; `not_configured` where no mail can be sent
 */
export async function requestSignInLink(
  deps: SignInDeps,
  input: { email: string; address: string | null },
): Promise<{ email: string }> {
  const { email, address } = input;
  await takeTry(deps, [
    { kind: "mail_account", subject: email },
    { kind: "mail_address", subject: address },
  ]);
  const content = (token: string) => signInLinkMail({ to: email, appUrl: deps.env.APP_URL, token });
  await mailLink(deps, { email, purpose: "sign_in", content });
  return { email };
}

function signInLinkMail({ to, appUrl, token }: { to: string; appUrl: string; token: string }): MailContent {
  return {
    kind: "sign_in_link",
    to,
    subject: "Your link to sign in",
    paragraphs: ["Open this link and press the button there to sign in. It works once, within 15 minutes."],
    action: { label: "Sign in", url: `${appUrl}/sign-in/link?token=${token}` },
    closing: "If you did not ask for it, do nothing: nobody gets in without it.",
  };
}
