import type { MemberDto } from "@/server/contracts/members";
import { FilterSelect } from "../ui/filter-select";
import { SearchField } from "../ui/search-field";
import type { AuditFilters } from "./audit-filters";

type AuditFilterBarProps = {
  filters: AuditFilters;
  actions: readonly { action: string; label: string }[];
  members: readonly MemberDto[];
  onType: (search: string) => void;
  onLeaveSearch: () => void;
  onChange: (change: Partial<AuditFilters>) => void;
};

/** Search and the two filters. What is chosen stands in the address, so a link keeps it. */
export function AuditFilterBar(props: AuditFilterBarProps) {
  const { filters, actions, members, onType, onLeaveSearch, onChange } = props;
  return (
    <div className="mb-4 grid grid-cols-2 gap-2 sm:grid-cols-[minmax(0,1fr)_12rem_12rem]">
      <SearchField
        className="max-sm:col-span-2"
        label="Search names and values"
        value={filters.search}
        onChange={onType}
        onLeave={onLeaveSearch}
      />
      <FilterSelect
        label="What"
        all="Every change"
        value={filters.action}
        choices={actions.map(({ action, label }) => ({ value: action, label }))}
        onChange={(action) => {
          onChange({ action });
        }}
      />
      <FilterSelect
        label="Who"
        all="Everybody"
        value={filters.actor}
        choices={members.map(({ userId, name }) => ({ value: userId, label: name }))}
        onChange={(actor) => {
          onChange({ actor });
        }}
      />
    </div>
  );
}
