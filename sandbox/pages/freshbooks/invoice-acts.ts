import type { AccountControl } from "../../freshbooks/control";

export interface InvoiceAct {
  /** Its name in the address. */
  readonly key: string;
  readonly label: string;
  /** What it does, said before it is done. */
  readonly consequence: string;
  /** What was done, said afterwards. */
  readonly done: string;
  readonly isDangerous?: boolean;
  /** Whether it happens seldom enough to be folded away. */
  readonly isRare?: boolean;
  readonly isPossible: (state: string) => boolean;
  readonly run: (control: AccountControl, id: number) => unknown;
}

const GONE = new Set(["archived", "deleted"]);
const SETTLED = new Set(["paid", "autopaid"]);
const isOpen = (state: string): boolean => !GONE.has(state) && !SETTLED.has(state) && state !== "draft";

/** What an owner, a customer or time does to an invoice, in the order in which it usually comes. */
export const INVOICE_ACTS: readonly InvoiceAct[] = [
  {
    key: "mark-as-sent",
    label: "Mark as sent",
    consequence: "The draft becomes sent; callbacks are told invoice.update.",
    done: "Invoice marked as sent.",
    isPossible: (state) => state === "draft",
    run: (control, id) => control.markAsSent(id),
  },
  {
    key: "send-by-email",
    isRare: true,
    label: "Send by e-mail",
    consequence: "As sent, and callbacks are also told invoice.sendByEmail. No mail leaves this machine.",
    done: "Invoice sent by e-mail.",
    isPossible: (state) => state === "draft" || isOpen(state),
    run: (control, id) => control.sendByEmail(id),
  },
  {
    key: "view",
    label: "Customer views it",
    consequence: "A sent invoice becomes viewed. FreshBooks documents no callback for this.",
    done: "The customer opened the invoice.",
    isPossible: isOpen,
    run: (control, id) => control.viewInvoice(id),
  },
  {
    key: "let-fall-due",
    label: "Let it fall due",
    consequence:
      "Its dates move back so that it was due yesterday; the switch “overdue” says whether anybody is told.",
    done: "The invoice was due yesterday.",
    isPossible: (state) => isOpen(state) && state !== "overdue",
    run: (control, id) => control.letFallDue(id),
  },
  {
    key: "dispute",
    isRare: true,
    label: "Customer disputes it",
    consequence: "The invoice becomes disputed; callbacks are told invoice.update.",
    done: "The invoice is disputed.",
    isPossible: (state) => isOpen(state) && state !== "disputed",
    run: (control, id) => control.disputeInvoice(id),
  },
  {
    key: "resolve",
    label: "Resolve the dispute",
    consequence: "The dispute is resolved; callbacks are told invoice.update.",
    done: "The dispute is resolved.",
    isPossible: (state) => state === "disputed",
    run: (control, id) => control.resolveInvoice(id),
  },
  {
    key: "decline",
    isRare: true,
    label: "Payment is declined",
    consequence: "The bank declines the customer's payment; callbacks are told invoice.update.",
    done: "The payment was declined.",
    isPossible: (state) => isOpen(state) && state !== "declined",
    run: (control, id) => control.declineInvoice(id),
  },
  {
    key: "hold",
    isRare: true,
    label: "Payment is under way",
    consequence: "A payment is pending at the bank; callbacks are told invoice.update.",
    done: "A payment is under way.",
    isPossible: (state) => isOpen(state) && state !== "pending",
    run: (control, id) => control.holdInvoice(id),
  },
  {
    key: "auto-bill-fail",
    isRare: true,
    label: "Automatic payment fails",
    consequence: "Automatic billing fails for good; callbacks are told invoice.update.",
    done: "The automatic payment failed.",
    isPossible: (state) => isOpen(state) && state !== "failed",
    run: (control, id) => control.autoBillFail(id),
  },
  {
    key: "auto-bill-retry",
    isRare: true,
    label: "Automatic payment is retried",
    consequence: "Automatic billing fails and will try again; callbacks are told invoice.update.",
    done: "The automatic payment is being retried.",
    isPossible: (state) => isOpen(state) && state !== "retry",
    run: (control, id) => control.autoBillRetry(id),
  },
  {
    key: "auto-bill-pay",
    isRare: true,
    label: "Automatic payment succeeds",
    consequence: "What is outstanding is paid by card; callbacks are told payment.create.",
    done: "The invoice was paid automatically.",
    isPossible: isOpen,
    run: (control, id) => control.autoBillPay(id),
  },
  {
    key: "archive",
    isRare: true,
    label: "Archive",
    consequence: "It leaves the default lists (vis_state 2); callbacks are told invoice.update.",
    done: "Invoice archived.",
    isPossible: (state) => !GONE.has(state),
    run: (control, id) => control.archiveInvoice(id),
  },
  {
    key: "unarchive",
    label: "Bring back from the archive",
    consequence: "It is in the lists again (vis_state 0); callbacks are told invoice.update.",
    done: "Invoice brought back from the archive.",
    isPossible: (state) => state === "archived",
    run: (control, id) => control.unarchiveInvoice(id),
  },
  {
    key: "delete",
    label: "Delete",
    consequence:
      "It is marked as deleted (vis_state 1), its payments stay; callbacks are told invoice.delete.",
    done: "Invoice deleted. It can be restored on its page.",
    isDangerous: true,
    isPossible: (state) => state !== "deleted",
    run: (control, id) => control.deleteInvoice(id),
  },
  {
    key: "undelete",
    label: "Restore",
    consequence: "It is as it was before it was deleted; callbacks are told invoice.update.",
    done: "Invoice restored.",
    isPossible: (state) => state === "deleted",
    run: (control, id) => control.undeleteInvoice(id),
  },
];

const USUAL = new Map([
  ["draft", "mark-as-sent"],
  ["sent", "view"],
  ["viewed", "let-fall-due"],
  ["disputed", "resolve"],
  ["archived", "unarchive"],
  ["deleted", "undelete"],
]);

/** What usually comes next for an invoice in this state, if anything does. */
export function nextAct(state: string): InvoiceAct | undefined {
  const key = USUAL.get(state);
  return INVOICE_ACTS.find((act) => act.key === key);
}
