/** What a mail says. All of it is text: nothing in it is read as HTML. */
export type MailContent = {
  /** `verify_email`, `invitation`, `reset_password` …; for the operator's eyes. */
  kind: string;
  /** One address. */
  to: string;
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to press. */
  action?: { label: string; url: string };
  /** What to do when it was not meant for the reader. */
  closing?: string;
};
