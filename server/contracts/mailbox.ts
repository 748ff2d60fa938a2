import { z } from "zod";

export const mailSchema = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** Addresses in the text, in order: what a person would press. */
  links: z.array(z.string()),
  status: z.enum(["queued", "sent", "failed"]),
  createdAt: z.date(),
});
export type MailDto = z.output<typeof mailSchema>;

export const listMailsInput = z.object({ to: z.string().max(254).optional() });
/** The newest first, at most 50. */
export const listMailsOutput = z.object({ mails: z.array(mailSchema) });
