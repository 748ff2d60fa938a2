import { z } from "zod";

/** Why a mail server did not take a mail. The sentence holds nothing of what the mail says. */
export class MailError extends Error {
  override readonly name = "MailError";
  /** Whether the same mail will be refused again, however often it is sent. */
  readonly isPermanent: boolean;

  constructor(sentence: string, isPermanent: boolean, cause?: unknown) {
    super(sentence, { cause });
    this.isPermanent = isPermanent;
  }
}

/** What nodemailer puts on its errors: its own code, the server's reply, and the command that it was a reply to. */
const smtpErrorSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  command: z.string().optional(),
});

type SmtpError = z.output<typeof smtpErrorSchema>;

/** A reply to one of these is about this mail; before them it is about this server, its sender or its password. */
const aboutThisMail = ["RCPT TO", "DATA"];

/** Enhanced status of RFC 3463, such as `5.1.1`. */
const enhancedStatus = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

/** Nothing was answered: there was no server, or nothing to ask it. */
function withoutReply({ code, command }: SmtpError, cause: unknown): MailError {
  const isAddressBad = code === "EENVELOPE" && command === "API";
  if (isAddressBad) return new MailError("The address cannot be written to.", true, cause);
  return new MailError(`The mail server was not reached (${code ?? "no reason given"}).`, false, cause);
}

function ofReply(
  reply: number,
  { response = "", command = "the greeting" }: SmtpError,
  cause: unknown,
): MailError {
  const answer = [String(reply), ...(enhancedStatus.exec(response) ?? [])].join(" ");
  const isPermanent = reply >= 500 && aboutThisMail.includes(command);
  return new MailError(`The mail server answered ${answer} to ${command}.`, isPermanent, cause);
}

/**
 * Sorts what nodemailer threw by its codes, never by its words. A refusal (5xx) of the recipient or of the mail itself
 * is for good; everything else (no connection, a wrong password, 4xx) may pass. The server's own words are left out of
 * the sentence, since a filter that dislikes a link quotes it, and the links of our mails let people in.
 */
export function smtpFailure(cause: unknown): MailError {
  const parsed = smtpErrorSchema.safeParse(cause);
  const error = parsed.success ? parsed.data : {};
  const { responseCode } = error;
  return responseCode === undefined ? withoutReply(error, cause) : ofReply(responseCode, error, cause);
}
