import { invoiceStateLabels, invoiceStates } from "@/server/contracts/invoice-state-words";
import { healths, meanings } from "../truth/meaning";
import { FilterSelect } from "../ui/filter-select";
import { SearchField } from "../ui/search-field";
import { recordKinds, type RecordFilters } from "./record-filters";

const kindWords = { invoice: "Invoices", client: "Clients" } as const;
const kindChoices = recordKinds.map((value) => ({ value, label: kindWords[value] }));
const healthChoices = healths.map((value) => ({ value, label: meanings[value].word }));
const stateChoices = invoiceStates.map((value) => ({ value, label: invoiceStateLabels[value] }));

type RecordFilterBarProps = {
  filters: RecordFilters;
  onType: (search: string) => void;
  onLeaveSearch: () => void;
  onChange: (change: Partial<RecordFilters>) => void;
};

/** Search and the three filters. What is chosen stands in the address, so a link keeps it. */
export function RecordFilterBar({ filters, onType, onLeaveSearch, onChange }: RecordFilterBarProps) {
  return (
    <div className="mb-4 grid grid-cols-2 gap-2 sm:grid-cols-[minmax(0,1fr)_9rem_9rem_11rem]">
      <SearchField
        className="max-sm:col-span-2"
        label="Search number, name or id"
        value={filters.search}
        onChange={onType}
        onLeave={onLeaveSearch}
      />
      <FilterSelect
        label="Kind"
        all="All kinds"
        value={filters.kind}
        choices={kindChoices}
        onChange={(kind) => {
          onChange({ kind });
        }}
      />
      <FilterSelect
        label="Health"
        all="Any health"
        value={filters.health}
        choices={healthChoices}
        onChange={(health) => {
          onChange({ health });
        }}
      />
      <FilterSelect
        label="Invoice state"
        all="Any state"
        className="max-sm:col-span-2"
        value={filters.state}
        choices={stateChoices}
        onChange={(state) => {
          onChange({ state });
        }}
      />
    </div>
  );
}
