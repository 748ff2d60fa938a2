import "server-only";
import { invoiceStateSchema } from "../../contracts/sync";
import type { RecordRow } from "../../contracts/records";
import type { ListedRecord } from "../../db/repos/record-list";

/** A listed record as the screens take it. A state that no version of ours knows is shown as none. */
export function toRecordRow(record: ListedRecord): RecordRow {
  const { currency } = record;
  const money = (amount: string | null) =>
    amount === null || currency === null ? null : { amount, currency };
  return {
    id: record.id,
    kind: record.kind,
    freshbooksId: record.freshbooksId,
    label: record.label === "" ? record.freshbooksId : record.label,
    clientName: record.clientName,
    total: money(record.amount),
    outstanding: money(record.outstanding),
    dueDate: record.dueDate,
    state: invoiceStateSchema.safeParse(record.state).data ?? null,
    isOverdue: record.isOverdue,
    health: record.health,
    reason: record.reason,
    pipedriveId: record.pipedriveId,
    lastSyncedAt: record.lastSyncedAt,
  };
}
