import type { CompanyControl } from "../../pipedrive/company-control";
import type { DealDetail } from "./read-deal";

export interface DealAct {
  /** Its name in the address. */
  readonly key: string;
  readonly label: string;
  /** What it does, said before it is done. */
  readonly consequence: string;
  /** What was done, said afterwards. */
  readonly done: string;
  readonly isDangerous?: boolean;
  readonly isPossible: (deal: DealDetail) => boolean;
  readonly run: (control: CompanyControl, id: number) => unknown;
}

const isEditable = (deal: DealDetail): boolean => !deal.isDeleted && !deal.isArchived;

/** What a person does to a deal by one press. */
export const DEAL_ACTS: readonly DealAct[] = [
  {
    key: "won",
    label: "Won",
    consequence: "It is won now; its stage stays.",
    done: "The deal is won.",
    isPossible: (deal) => isEditable(deal) && deal.status !== "won",
    run: (control, id) => control.patchDeal(id, { status: "won" }),
  },
  {
    key: "lost",
    label: "Lost",
    consequence: "It is lost now; its stage stays.",
    done: "The deal is lost.",
    isPossible: (deal) => isEditable(deal) && deal.status !== "lost",
    run: (control, id) => control.patchDeal(id, { status: "lost" }),
  },
  {
    key: "reopen",
    label: "Reopen",
    consequence: "It is open again, without a closing time.",
    done: "The deal is open again.",
    isPossible: (deal) => isEditable(deal) && deal.status !== "open",
    run: (control, id) => control.patchDeal(id, { status: "open" }),
  },
  {
    key: "archive",
    label: "Archive",
    consequence: "It leaves the board, and can be neither found in the lists nor edited.",
    done: "The deal is archived.",
    isPossible: isEditable,
    run: (control, id) => control.patchDeal(id, { is_archived: true }),
  },
  {
    key: "unarchive",
    label: "Bring back from the archive",
    consequence: "It is on the board again.",
    done: "The deal is back on the board.",
    isPossible: (deal) => deal.isArchived && !deal.isDeleted,
    run: (control, id) => control.patchDeal(id, { is_archived: false }),
  },
  {
    key: "delete",
    label: "Delete",
    consequence: "It leaves the board; it can be restored for 30 days of the sandbox's clock.",
    done: "The deal is deleted. It can be restored on its page.",
    isDangerous: true,
    isPossible: (deal) => !deal.isDeleted,
    run: (control, id) => control.deleteDeal(id),
  },
  {
    key: "restore",
    label: "Restore",
    consequence: "It is as it was before it was deleted.",
    done: "The deal is restored.",
    isPossible: (deal) => deal.isDeleted,
    run: (control, id) => control.patchDeal(id, { is_deleted: false }),
  },
];
