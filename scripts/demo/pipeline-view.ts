import { z } from "zod";

import { sum } from "./show";
import type { DemoDeal, PipedriveState } from "./vendors";

const monetary = z.object({ value: z.number(), currency: z.string() });

function field(state: PipedriveState, deal: DemoDeal, name: string): unknown {
  const code = state.dealFields.find(({ field_name }) => field_name === name)?.field_code;
  return code === undefined ? undefined : deal.custom_fields[code];
}

function optionLabel(state: PipedriveState, name: string, value: unknown): string {
  const options = state.dealFields.find(({ field_name }) => field_name === name)?.options ?? [];
  return options.find(({ id }) => id === value)?.label ?? "";
}

/** A deal as Pipedrive shows it, with the fields the demo walks through. */
export type DealView = {
  id: number;
  organization: string;
  total: string;
  value: number;
  currency: string;
  due: string;
  stage: string;
  status: string;
  invoiceState: string;
  outstanding: string;
};

/** All deals, deleted ones left out, that carry the FreshBooks id of an invoice. */
export function dealsOf(state: PipedriveState, invoiceId: number): readonly DealView[] {
  return state.deals
    .filter((deal) => !deal.is_deleted)
    .filter((deal) => field(state, deal, "FreshBooks invoice ID") === String(invoiceId))
    .map((deal) => {
      const outstanding = monetary.safeParse(field(state, deal, "FreshBooks outstanding"));
      return {
        id: deal.id,
        organization: state.organizations.find(({ id }) => id === deal.org_id)?.name ?? "",
        total: sum(deal.value, deal.currency),
        value: deal.value,
        currency: deal.currency,
        due: deal.expected_close_date ?? "",
        stage: state.stages.find(({ id }) => id === deal.stage_id)?.name ?? "",
        status: deal.status,
        invoiceState: optionLabel(state, "FreshBooks status", field(state, deal, "FreshBooks status")),
        outstanding: outstanding.success ? sum(outstanding.data.value, outstanding.data.currency) : "",
      };
    });
}

/** One line: where the deal stands. */
export function describe(deal: DealView): string {
  return [
    `deal ${String(deal.id)}`,
    deal.organization,
    deal.total,
    `due ${deal.due}`,
    `stage ${deal.stage}`,
    deal.status,
    `outstanding ${deal.outstanding}`,
  ].join(" · ");
}
