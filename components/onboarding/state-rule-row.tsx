import { invoiceStateLabels, type InvoiceState } from "@/server/contracts/invoice-state-words";
import type { PipelineDto } from "@/server/contracts/onboarding";
import { StateBadge } from "../truth/state-badge";
import { TruthLine } from "../truth/truth-line";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import type { StateRuleDto } from "./edit-rules";

type StateRuleRowProps = {
  state: InvoiceState;
  rule: StateRuleDto;
  stages: PipelineDto["stages"];
  onChange: (change: Partial<StateRuleDto>) => void;
};

const statuses = [
  { value: "open", label: "Open" },
  { value: "won", label: "Won" },
  { value: "lost", label: "Lost" },
] as const;

function StageSelect({ state, rule, stages, onChange }: StateRuleRowProps) {
  return (
    <Select
      aria-label={`${invoiceStateLabels[state]}: stage`}
      value={rule.stageId ?? ""}
      onChange={(event) => {
        const stage = stages.find(({ id }) => String(id) === event.target.value);
        onChange({ stageId: stage?.id ?? null });
      }}
    >
      <option value="">Leave in its stage</option>
      {stages.map((stage) => (
        <option key={stage.id} value={stage.id}>
          {stage.name}
        </option>
      ))}
    </Select>
  );
}

function StatusSelect({ state, rule, onChange }: StateRuleRowProps) {
  return (
    <Select
      aria-label={`${invoiceStateLabels[state]}: deal status`}
      value={rule.status ?? ""}
      onChange={(event) => {
        const status = statuses.find(({ value }) => value === event.target.value);
        onChange({ status: status?.value ?? null });
      }}
    >
      <option value="">Leave status</option>
      {statuses.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}

/** One state and what its deal does, joined by the line: solid when it moves, dotted when it is left alone. */
export function StateRuleRow(props: StateRuleRowProps) {
  const { state, rule, onChange } = props;
  const isLeft = rule.stageId === null;
  return (
    <li className="py-2">
      <div className="grid grid-cols-[minmax(0,1fr)_8.5rem] items-center gap-2 sm:grid-cols-[9.5rem_3rem_minmax(0,1fr)_8.5rem] sm:gap-3">
        <span className="max-sm:col-span-2">
          <StateBadge state={state} />
        </span>
        <TruthLine
          state={isLeft ? "excluded" : "in_step"}
          label={isLeft ? "leaves its stage" : "goes to"}
          className="w-12 max-sm:hidden"
        />
        <StageSelect {...props} />
        <StatusSelect {...props} />
      </div>
      {rule.status === "lost" ? (
        <div className="mt-2 sm:ml-[14rem]">
          <TextField
            label={`${invoiceStateLabels[state]}: lost reason`}
            value={rule.lostReason ?? ""}
            maxLength={150}
            onChange={(event) => {
              onChange({ lostReason: event.target.value === "" ? null : event.target.value });
            }}
          />
        </div>
      ) : null}
    </li>
  );
}
