import type { MailDto } from "@/server/contracts/mailbox";
import { MeaningBadge } from "../truth/meaning-badge";
import { RelativeTime } from "../ui/relative-time";
import { textParts } from "./text-parts";

const statusLooks = {
  queued: { meaning: "waiting", word: "Queued" },
  sent: { meaning: "in_step", word: "Delivered here" },
  failed: { meaning: "failing", word: "Failed" },
} as const satisfies Record<MailDto["status"], unknown>;

/** One mail: to whom, what about, when; opened, its text with its links. */
export function MailEntry({ mail, isFirst }: { mail: MailDto; isFirst: boolean }) {
  return (
    <li>
      <details open={isFirst} className="group">
        <summary className="hover:bg-hover flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-4 py-2">
          <span className="min-w-0 flex-1 basis-60">
            <span className="block font-medium break-words" dir="auto">
              {mail.subject}
            </span>
            <span className="text-small text-ink-soft block break-all">To {mail.to}</span>
          </span>
          <MeaningBadge {...statusLooks[mail.status]} />
          <span className="text-small text-ink-faint">
            <RelativeTime at={mail.createdAt} />
          </span>
        </summary>
        <p className="bg-sunken mx-4 mb-4 rounded-md p-4 break-words whitespace-pre-wrap" dir="auto">
          {textParts(mail.text, mail.links).map((part, index) =>
            part.href === null ? (
              part.text
            ) : (
              <a
                key={index}
                href={part.href}
                className="text-accent-ink font-medium break-all underline underline-offset-4"
              >
                {part.text}
              </a>
            ),
          )}
        </p>
      </details>
    </li>
  );
}
