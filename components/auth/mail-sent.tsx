import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { focusOnArrival } from "../lib/focus-on-arrival";
import { Button } from "../ui/button";
import { TextLink } from "../ui/text-link";

type MailSentProps = {
  /** What the mail is for, and until when it serves. */
  children: ReactNode;
  /** Where this installation's mails are read, when they go nowhere. */
  mailboxUrl: string | null;
  /** Another try with another address. */
  onBack?: (() => void) | undefined;
};

/** After a mail was asked for. It is told the same way whoever the address belongs to. */
export function MailSent({ children, mailboxUrl, onBack }: MailSentProps) {
  return (
    <section aria-label="Check your mail" className="flex flex-col gap-4">
      <div className="bg-in-step-wash flex gap-3 rounded-md p-4">
        <MailCheck aria-hidden className="text-in-step mt-0.5 size-4 shrink-0" />
        <div className="min-w-0">
          <h2 ref={focusOnArrival} tabIndex={-1} className="font-medium outline-none">
            Check your mail
          </h2>
          <div className="text-ink-soft break-words">{children}</div>
          {mailboxUrl === null ? null : (
            <p className="mt-2">
              <TextLink href={mailboxUrl}>Open the local mailbox</TextLink>
            </p>
          )}
        </div>
      </div>
      {onBack === undefined ? null : (
        <Button className="self-start" onClick={onBack}>
          Use another address
        </Button>
      )}
    </section>
  );
}
