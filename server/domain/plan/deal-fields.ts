import type { FoldedState } from "../invoice-state";
import { invoiceStateLabels } from "../invoice-states";
import type { FieldBindings, MappingRules, StateRule } from "../mapping/rules";
import { exactNumber } from "../money";
import type { Money, SourceInvoice } from "../source";
import { dealTitle } from "./deal-title";
import type { Desired } from "./desired";
import { showPlain } from "./desired";
import { showAmount, showMonetary, showNamed } from "./show";
import type { Skip } from "./types";

type Input = {
  invoice: SourceInvoice;
  folded: FoldedState;
  mapping: MappingRules;
  bindings: FieldBindings["deal"];
};

/** The rule that serves this invoice: partly paid and overdue at once goes by the mapping's choice. */
function ruleFor(mapping: MappingRules, folded: FoldedState): StateRule {
  if (folded.state === "partial" && folded.isOverdue) return mapping.states[mapping.partialOverdue];
  return mapping.states[folded.state];
}

function moneyFields({ invoice, bindings }: Input): { fields: Desired[]; skips: Skip[] } {
  const fields: Desired[] = [];
  const skips: Skip[] = [];
  const monetary = (label: string, code: string, sum: Money, source: string) => {
    const value = exactNumber(sum.amount);
    if (value === null) {
      const because = `${source} ${sum.amount} ${sum.currency} has more digits than Pipedrive can hold; not rounded.`;
      skips.push({ code: "amount_too_precise", because });
      return;
    }
    const key = `custom_fields.${code}`;
    const money = { value, currency: sum.currency };
    fields.push({ label, key, value: money, because: `${source} at FreshBooks`, show: showMonetary });
  };
  const total = exactNumber(invoice.amount.amount);
  if (total === null) {
    const because = `The total ${invoice.amount.amount} has more digits than Pipedrive can hold; not rounded.`;
    skips.push({ code: "amount_too_precise", because });
  } else {
    fields.push(
      {
        label: "Value",
        key: "value",
        value: total,
        because: "invoice.amount is the deal's value",
        show: showAmount(invoice.amount.currency),
      },
      {
        label: "Currency",
        key: "currency",
        value: invoice.amount.currency,
        because: "invoice.currency_code is the deal's currency",
        show: showPlain,
      },
    );
  }
  monetary("FreshBooks outstanding", bindings.outstanding.code, invoice.outstanding, "invoice.outstanding");
  monetary("FreshBooks paid", bindings.paid.code, invoice.paid, "invoice.paid");
  return { fields, skips };
}

function stageFields({ folded, mapping }: Input): Desired[] {
  const rule = ruleFor(mapping, folded);
  const label = invoiceStateLabels[folded.state].toLowerCase();
  const why = folded.state === "partial" && folded.isOverdue ? "partly paid and overdue" : label;
  const fields: Desired[] = [];
  if (rule.stageId !== null) {
    const name = mapping.stageNames[String(rule.stageId)] ?? String(rule.stageId);
    const because = `an invoice that is ${why} belongs in ${name}`;
    const show = showNamed(mapping.stageNames);
    fields.push({ label: "Stage", key: "stage_id", value: rule.stageId, because, show });
  }
  if (rule.status !== null) {
    const because = `an invoice that is ${why} is ${rule.status}`;
    fields.push({ label: "Status", key: "status", value: rule.status, because, show: showPlain });
  }
  if (rule.status === "lost" && rule.lostReason !== null) {
    const because = "the mapping names this reason";
    fields.push({
      label: "Lost reason",
      key: "lost_reason",
      value: rule.lostReason,
      because,
      show: showPlain,
    });
  }
  return fields;
}

function stateField({ folded, bindings }: Input): Desired[] {
  const option = bindings.state.options[folded.state];
  if (option === undefined) return [];
  const names = Object.fromEntries(
    Object.entries(invoiceStateLabels).flatMap(([state, label]) => {
      const id = bindings.state.options[state];
      return id === undefined ? [] : [[String(id), label] as const];
    }),
  );
  return [
    {
      label: "FreshBooks status",
      key: `custom_fields.${bindings.state.code}`,
      value: option,
      because: folded.isOverdue
        ? "the due date has passed and money is outstanding"
        : "folded from FreshBooks' status fields",
      show: showNamed(names),
    },
  ];
}

function dueFields({ invoice, bindings }: Input): Desired[] {
  if (invoice.dueDate === null) return [];
  const value = invoice.dueDate;
  return [
    {
      label: "Expected close date",
      key: "expected_close_date",
      value,
      because: "invoice.due_date is when the money is expected",
      show: showPlain,
    },
    {
      label: "FreshBooks due date",
      key: `custom_fields.${bindings.dueDate.code}`,
      value,
      because: "invoice.due_date at FreshBooks",
      show: showPlain,
    },
  ];
}

/** What a deal ought to hold for an invoice, without its organization. */
export function dealFields(input: Input): { fields: Desired[]; skips: Skip[] } {
  const { invoice, mapping, bindings } = input;
  const money = moneyFields(input);
  const plain = (label: string, code: string, value: string, because: string): Desired => {
    return { label, key: `custom_fields.${code}`, value, because, show: showPlain };
  };
  const fields = [
    {
      label: "Title",
      key: "title",
      value: dealTitle(mapping.dealTitle, invoice),
      because: `the mapping's title "${mapping.dealTitle}"`,
      show: showPlain,
    },
    ...money.fields,
    ...stageFields(input),
    ...dueFields(input),
    plain(
      "FreshBooks invoice ID",
      bindings.freshbooksId.code,
      invoice.id,
      "invoice.id marks the deal as its own",
    ),
    plain("FreshBooks invoice number", bindings.number.code, invoice.number, "invoice.invoice_number"),
    ...stateField(input),
  ];
  return { fields, skips: money.skips };
}
