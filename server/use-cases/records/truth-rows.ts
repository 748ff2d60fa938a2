import "server-only";
import type { AttemptDto } from "../../contracts/sync";
import { invoiceStateSchema } from "../../contracts/sync";
import type { TruthRow } from "../../contracts/records";
import type { DetailedRecord } from "../../db/repos/record-detail";
import { dealFields } from "../../domain/plan/deal-fields";
import { showPlain } from "../../domain/plan/desired";
import type { Desired } from "../../domain/plan/desired";
import { organizationFields } from "../../domain/plan/organization-fields";
import type { SourceInvoice } from "../../domain/source";
import { compareSides } from "../../domain/truth";
import type { LiveRules } from "../sync/load-rules";
import { writtenSchema } from "../sync/stored-plan";
import { parseClientSnapshot, parseInvoiceSnapshot } from "../../contracts/source-snapshot";

/** Which organization the deal belongs to: by name on the left, and on the right as long as it is that one. */
function organizationOf(record: DetailedRecord, invoice: SourceInvoice): Desired {
  const { organizationId } = record;
  return {
    label: "Organization",
    key: "org_id",
    value: organizationId,
    because: `the invoice is client ${invoice.clientId}'s`,
    show: (value) => (value === organizationId ? invoice.clientName : showPlain(value)),
  };
}

function desiredOf(record: DetailedRecord, live: LiveRules): Desired[] {
  if (record.kind === "client") {
    const client = parseClientSnapshot(record.snapshot);
    return client ? organizationFields(client, live.bindings.organization) : [];
  }
  const invoice = parseInvoiceSnapshot(record.snapshot);
  const state = invoiceStateSchema.safeParse(record.state).data;
  if (!invoice || !state) return [];
  const folded = { state, isOverdue: record.isOverdue, isPartial: state === "partial", warnings: [] };
  const { fields } = dealFields({ invoice, folded, mapping: live.rules, bindings: live.bindings.deal });
  return [organizationOf(record, invoice), ...fields];
}

/** When each key was last written, from the attempts at hand (newest first). */
function lastWrites(attempts: readonly AttemptDto[]): Map<string, Date> {
  const times = new Map<string, Date>();
  for (const attempt of attempts) {
    for (const write of attempt.writes) {
      if (attempt.finishedAt === null || (write.status !== "done" && write.status !== "adopted")) continue;
      for (const { key } of write.fields) {
        if (!times.has(key)) times.set(key, attempt.finishedAt);
      }
    }
  }
  return times;
}

/** Both sides of a record, value by value. Empty before the first read or while no mapping is published. */
export function truthRows(
  record: DetailedRecord,
  live: LiveRules | null,
  attempts: readonly AttemptDto[],
): TruthRow[] {
  if (!live) return [];
  const written = writtenSchema.safeParse(record.written).data ?? null;
  const times = lastWrites(attempts);
  return compareSides(desiredOf(record, live), written).map(({ isSame, ...line }) => ({
    ...line,
    state: isSame ? "in_step" : record.health === "failing" ? "failing" : "waiting",
    writtenAt: line.pipeline === null ? null : (times.get(line.target) ?? record.writtenAt),
  }));
}
