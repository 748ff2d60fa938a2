import { invoiceStateLabels, type InvoiceState } from "@/server/contracts/invoice-state-words";
import { cn } from "../lib/cn";
import { stateFills } from "../truth/state-look";

type Moment = { state: InvoiceState; heard: string };

const moments: readonly Moment[] = [
  { state: "draft", heard: "FreshBooks tells us" },
  { state: "sent", heard: "FreshBooks tells us" },
  { state: "viewed", heard: "our sweep notices" },
  { state: "partial", heard: "FreshBooks tells us" },
  { state: "overdue", heard: "our clock knows" },
  { state: "paid", heard: "FreshBooks tells us" },
];

/** The deal moves as the invoice lives, also where FreshBooks stays silent. */
export function LifeOfAnInvoice() {
  return (
    <section aria-labelledby="life" className="mx-auto max-w-3xl pt-16">
      <h2 id="life" className="text-title text-center font-semibold tracking-tight">
        The deal moves as the invoice lives
      </h2>
      <p className="text-ink-soft mx-auto mt-2 max-w-xl text-center text-balance">
        Nobody is told when an invoice falls due or is opened, so a clock and a sweep of our own watch for it.
      </p>
      <ol className="mt-8 grid grid-cols-2 gap-x-1 gap-y-6 sm:grid-cols-6">
        {moments.map(({ state, heard }) => (
          <li key={state}>
            <span aria-hidden className={cn("mb-3 block h-2 rounded-[3px]", stateFills[state])} />
            <p className="font-medium">{invoiceStateLabels[state]}</p>
            <p className="text-small text-ink-faint">{heard}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
