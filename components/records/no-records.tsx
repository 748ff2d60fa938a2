import Link from "next/link";
import { TruthLine } from "../truth/truth-line";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import type { RecordFilters } from "./record-filters";

type NoRecordsProps = { slug: string; filters: RecordFilters; onClear: () => void };

/** Nothing matches, or nothing is there at all: two different next steps. */
export function NoRecords({ slug, filters, onClear }: NoRecordsProps) {
  const isFiltered = Object.values(filters).some((value) => value !== null && value !== "");
  const picture = <TruthLine state="waiting" label="A dashed line" className="w-24" />;
  if (isFiltered) {
    return (
      <EmptyState
        title="No record matches"
        picture={picture}
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Search looks at invoice numbers, client names and FreshBooks ids.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No records yet"
      picture={picture}
      action={
        <Button asChild>
          <Link href={`/${slug}`}>Go to the overview</Link>
        </Button>
      }
    >
      They appear as soon as a client or an invoice is made or changed in FreshBooks, or when you check
      FreshBooks from the overview.
    </EmptyState>
  );
}
