import type { CallbackDto } from "@/server/contracts/overview";
import { RelativeTime } from "../ui/relative-time";
import { callbackLooks } from "./connection-look";
import { MeaningBadge } from "./meaning-badge";

const nounWords: Record<string, string> = {
  client: "Clients",
  invoice: "Invoices",
  payment: "Payments",
  credit_note: "Credit notes",
};

function Delivery({ callback }: { callback: CallbackDto }) {
  if (callback.lastError !== null) return <span className="text-failing">{callback.lastError}</span>;
  if (callback.lastDeliveryAt === null) return <span>No delivery yet</span>;
  return (
    <span>
      Last delivery <RelativeTime at={callback.lastDeliveryAt} />
    </span>
  );
}

/** What FreshBooks will tell us of, and whether each registration has been verified. */
export function CallbackList({ callbacks }: { callbacks: readonly CallbackDto[] }) {
  return (
    <ul className="divide-y" aria-label="Callbacks">
      {callbacks.map((callback) => {
        const look = callbackLooks[callback.status];
        return (
          <li key={callback.id} className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="w-28 font-medium">{nounWords[callback.noun] ?? callback.noun}</span>
            <MeaningBadge meaning={look.meaning} word={look.word} />
            <span className="text-small text-ink-faint min-w-0 sm:ml-auto">
              <Delivery callback={callback} />
            </span>
            {callback.lastRepair === null || callback.lastRepairAt === null ? null : (
              <span className="text-small text-ink-soft w-full">
                Repaired <RelativeTime at={callback.lastRepairAt} />: {callback.lastRepair}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
