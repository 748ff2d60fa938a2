import type { RecordDetail } from "@/server/contracts/records";
import { formatDay } from "../lib/format-time";
import { MeaningBadge } from "../truth/meaning-badge";
import { ReplayButton } from "../truth/replay-button";
import { StateBadge } from "../truth/state-badge";
import { Money } from "../ui/money";
import { PageHeader } from "../ui/page-header";

/** What it is, how it stands and why, and the button to try again. */
export function RecordHeader({ slug, detail }: { slug: string; detail: RecordDetail }) {
  const { record } = detail;
  return (
    <PageHeader
      title={<span dir="auto">{record.kind === "invoice" ? `Invoice ${record.label}` : record.label}</span>}
      lead={
        <div className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <MeaningBadge meaning={record.health} />
            {record.clientName === null ? null : <span dir="auto">{record.clientName}</span>}
            {record.state === null ? null : <StateBadge state={record.state} />}
            {record.total === null ? null : <Money money={record.total} />}
            {record.dueDate === null ? null : <span>Due {formatDay(record.dueDate)}</span>}
            {record.isOverdue ? <MeaningBadge meaning="attention" word="Overdue" /> : null}
          </div>
          {record.reason === null ? null : <p>{record.reason}</p>}
        </div>
      }
      actions={<ReplayButton slug={slug} recordId={record.id} label={record.label} />}
    />
  );
}
