import type { z } from "zod";
import type { signInMethodsOutput } from "../../contracts/security";
import type { Env } from "../../lib/env";
import { hasLocalMailbox } from "../../mail/local-mailbox";
import { canSendMail } from "../../mail/queue-mail";
import { configuredProviders } from "./providers";

/** How people may come in on this server, besides e-mail and password. */
export function signInMethods(env: Env): z.output<typeof signInMethodsOutput> {
  const canMail = canSendMail(env);
  return {
    emailLink: canMail,
    canReset: canMail,
    providers: configuredProviders(env).map(({ id, label }) => ({ id, label })),
    mailboxUrl: hasLocalMailbox(env) ? `${env.APP_URL}/mailbox` : null,
  };
}
