import { invoiceStateLabels, type InvoiceState } from "@/server/contracts/invoice-state-words";
import { cn } from "../lib/cn";
import { stateFills } from "./state-look";

/** An invoice's state: a swatch of the palette and its name. */
export function StateBadge({ state }: { state: InvoiceState }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className={cn("size-2.5 shrink-0 rounded-[3px]", stateFills[state])} />
      {invoiceStateLabels[state]}
    </span>
  );
}
