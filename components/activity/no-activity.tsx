import Link from "next/link";
import { TruthLine } from "../truth/truth-line";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import type { ActivityFilters } from "./activity-filters";

type NoActivityProps = { slug: string; filters: ActivityFilters; onClear: () => void };

/** Nothing matches, or nothing has been tried yet: two different next steps. */
export function NoActivity({ slug, filters, onClear }: NoActivityProps) {
  const isFiltered = filters.origin !== null || filters.outcome !== null || filters.search !== "";
  const picture = <TruthLine state="waiting" label="A dashed line" className="w-24" />;
  if (isFiltered) {
    return (
      <EmptyState
        title="No attempt matches"
        picture={picture}
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Search looks at invoice numbers and client names.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing has been tried yet"
      picture={picture}
      action={
        <Button asChild>
          <Link href={`/${slug}`}>Go to the overview</Link>
        </Button>
      }
    >
      Change an invoice in FreshBooks and watch it come in here, or check FreshBooks from the overview.
    </EmptyState>
  );
}
