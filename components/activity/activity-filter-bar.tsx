import { originWords, outcomeLooks } from "../truth/outcome-look";
import { FilterSelect } from "../ui/filter-select";
import { SearchField } from "../ui/search-field";
import { origins, outcomes, type ActivityFilters } from "./activity-filters";

const originChoices = origins.map((value) => ({ value, label: originWords[value].word }));
const outcomeChoices = outcomes.map((value) => ({ value, label: outcomeLooks[value].word }));

type ActivityFilterBarProps = {
  filters: ActivityFilters;
  onType: (search: string) => void;
  onLeaveSearch: () => void;
  onChange: (change: Partial<ActivityFilters>) => void;
};

/** Search and the two filters. What is chosen stands in the address, so a link keeps it. */
export function ActivityFilterBar({ filters, onType, onLeaveSearch, onChange }: ActivityFilterBarProps) {
  return (
    <div className="mb-4 grid grid-cols-2 gap-2 sm:grid-cols-[minmax(0,1fr)_10rem_10rem]">
      <SearchField
        className="max-sm:col-span-2"
        label="Search number or name"
        value={filters.search}
        onChange={onType}
        onLeave={onLeaveSearch}
      />
      <FilterSelect
        label="Origin"
        all="Any origin"
        value={filters.origin}
        choices={originChoices}
        onChange={(origin) => {
          onChange({ origin });
        }}
      />
      <FilterSelect
        label="Outcome"
        all="Any outcome"
        value={filters.outcome}
        choices={outcomeChoices}
        onChange={(outcome) => {
          onChange({ outcome });
        }}
      />
    </div>
  );
}
