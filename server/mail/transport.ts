import "server-only";
import { createTransport } from "nodemailer";
import type { Env } from "../lib/env";
import { AppError } from "../lib/errors";
import type { RenderedMail } from "./render-mail";
import { smtpFailure } from "./smtp-failure";

/** Of silence. All together stay well under the first back-off, at which another process would send it too. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };

const localHosts = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The operator's address with what we add to it; nodemailer takes options of a server that is given by its address from
 * the address alone. A password goes to another machine over TLS or not at all: a server that offers STARTTLS no more
 * is not to be trusted.
 */
function completeUrl(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, value] of Object.entries(timeouts)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  }
  const isPasswordSent = url.username !== "" && !localHosts.includes(url.hostname);
  if (isPasswordSent && url.protocol === "smtp:") url.searchParams.set("requireTLS", "true");
  return url.href;
}

export type MailToSend = RenderedMail & { id: string; to: string };

/**
 * Hands one mail to the operator's mail server. Its Message-ID is made of our id, so that a mail sent twice (a crash
 * between the server's answer and our note of it) is known as one by whoever receives it.
 * @throws MailError
 */
export async function sendMail(env: Env, mail: MailToSend): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from, APP_URL } = env;
  if (url === undefined || from === undefined) {
    throw new AppError("not_configured", { message: "SMTP_URL is not set; see .env.example." });
  }
  const transport = createTransport(completeUrl(url));
  try {
    await transport.sendMail({
      from,
      // As an object: as text it would be read as a list.
      to: { name: "", address: mail.to },
      messageId: `<${mail.id}@${new URL(APP_URL).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw smtpFailure(error);
  } finally {
    transport.close();
  }
}
