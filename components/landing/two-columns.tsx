import type { Health } from "@/server/contracts/sync";
import { cn } from "../lib/cn";
import { TruthLine } from "../truth/truth-line";

type Crossing = { label: string; ledger: string; pipeline: string; state: Health; note: string };

const crossings: readonly Crossing[] = [
  {
    label: "Client",
    ledger: "Northwind Studio",
    pipeline: "Northwind Studio",
    state: "in_step",
    note: "One organization, found again by the client's own id.",
  },
  {
    label: "Amount",
    ledger: "4,800.00 EUR",
    pipeline: "4,800.00 EUR",
    state: "in_step",
    note: "To the cent, in the invoice's currency.",
  },
  {
    label: "Status",
    ledger: "Partly paid",
    pipeline: "Payment due",
    state: "waiting",
    note: "Changed two seconds ago; on its way.",
  },
  {
    label: "Due date",
    ledger: "2 Dec 2026",
    pipeline: "not written",
    state: "failing",
    note: "Cut, with the reason on the cut: the field was deleted in Pipedrive.",
  },
];

function CrossingRow({ crossing }: { crossing: Crossing }) {
  const { label, ledger, pipeline, state, note } = crossing;
  return (
    <li className="py-4">
      <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-3 sm:gap-6">
        <div className="min-w-0">
          <p className="text-micro text-ink-faint">{label}</p>
          <p className="font-medium">{ledger}</p>
        </div>
        <TruthLine state={state} className="w-12 sm:w-40 md:w-56" />
        <div className="min-w-0">
          <p className="text-micro text-ink-faint">{label}</p>
          <p className={cn("font-medium", state === "failing" && "text-ink-faint")}>{pipeline}</p>
        </div>
      </div>
      <p className="text-small text-ink-soft mt-1 text-center">{note}</p>
    </li>
  );
}

/** The one idea: two columns of truth, and between them the line that carries a value over. */
export function TwoColumns() {
  return (
    <section
      aria-label="How it looks"
      className="bg-surface mx-auto max-w-3xl rounded-md border px-4 py-2 sm:px-8"
    >
      <div className="text-small grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] gap-3 border-b py-3 sm:gap-6">
        <p>
          <span className="font-medium">FreshBooks</span>{" "}
          <span className="text-ink-faint max-sm:block">the ledger</span>
        </p>
        <span aria-hidden className="w-12 sm:w-40 md:w-56" />
        <p>
          <span className="font-medium">Pipedrive</span>{" "}
          <span className="text-ink-faint max-sm:block">the pipeline</span>
        </p>
      </div>
      <ul className="divide-y">
        {crossings.map((crossing) => (
          <CrossingRow key={crossing.label} crossing={crossing} />
        ))}
      </ul>
    </section>
  );
}
