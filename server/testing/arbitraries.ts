import fc from "fast-check";
import { invoiceStates } from "../domain/invoice-states";
import type { FieldBindings, MappingRules, StateRule } from "../domain/mapping/rules";
import type { InvoiceAxes, SourceClient, SourceInvoice } from "../domain/source";

const text = fc.oneof(fc.constant(""), fc.string({ maxLength: 30 }), fc.constant("Müller & Söhne 株式会社"));
const id = fc.integer({ min: 1, max: 999_999 }).map(String);
const currency = fc.constantFrom("EUR", "USD", "JPY", "KWD");
const amount = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([units, places]) => (units / 10 ** places).toFixed(places));
const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const visibility = fc.constantFrom("active", "deleted", "archived");

/** Every value FreshBooks is known to send on each axis, and one it is not (facts §5.1). */
export const axisValues = {
  status: [0, 1, 2, 3, 4, 5, 6, 7, 8, 99],
  displayStatus: ["draft", "created", "sent", "viewed", "outstanding", "paid", "unheard"],
  paymentStatus: ["unpaid", "partial", "paid", "auto-paid", "unheard"],
  v3Status: [
    ...["created", "draft", "sent", "viewed", "failed", "retry", "success", "autopaid", "paid", "partial"],
    ...[
      "disputed",
      "resolved",
      "overdue",
      "declined",
      "pending",
      "deposit-partial",
      "deposit_paid",
      "",
      "unheard",
    ],
  ],
  autobillStatus: ["", "retry", "failed", "success"],
  disputeStatus: ["", "disputed", "resolved"],
  visibility: ["active", "deleted", "archived"],
} as const;

const arbitraryAxes: fc.Arbitrary<InvoiceAxes> = fc.record({
  status: fc.constantFrom(...axisValues.status),
  displayStatus: fc.constantFrom(...axisValues.displayStatus),
  paymentStatus: fc.constantFrom(...axisValues.paymentStatus),
  v3Status: fc.constantFrom(...axisValues.v3Status),
  depositStatus: fc.constantFrom("none", "unpaid", "partial", "paid", "converted"),
  autobillStatus: fc.constantFrom(...axisValues.autobillStatus),
  disputeStatus: fc.constantFrom(...axisValues.disputeStatus),
  visibility: fc.constantFrom(...axisValues.visibility),
});

export const arbitraryClient: fc.Arbitrary<SourceClient> = fc.record({
  id,
  organization: text,
  firstName: text,
  lastName: text,
  email: text,
  businessPhone: text,
  mobilePhone: text,
  vatNumber: text,
  note: text,
  language: fc.constant("en"),
  currency,
  address: fc.record({ street: text, street2: text, city: text, province: text, country: text, code: text }),
  visibility,
  version: text,
});

export const arbitraryInvoice: fc.Arbitrary<SourceInvoice> = fc
  .record({
    id,
    number: text,
    clientId: id,
    clientName: text,
    currency,
    total: amount,
    outstanding: amount,
    paid: amount,
    createDate: day,
    dueDate: fc.option(day),
    axes: arbitraryAxes,
  })
  .map(({ total, outstanding, paid, ...rest }) => ({
    ...rest,
    amount: { amount: total, currency: rest.currency },
    outstanding: { amount: outstanding, currency: rest.currency },
    paid: { amount: paid, currency: rest.currency },
    datePaid: null,
    description: "",
    poNumber: "",
    version: "v1",
  }));

const stages = [11, 12, 13, 14, 15, 16] as const;

const arbitraryRule: fc.Arbitrary<StateRule> = fc.record({
  stageId: fc.option(fc.constantFrom(...stages)),
  status: fc.option(fc.constantFrom("open", "won", "lost")),
  lostReason: fc.option(fc.constantFrom("Deleted", "Written off")),
});

export const arbitraryRules: fc.Arbitrary<MappingRules> = fc
  .record({
    rules: fc.array(arbitraryRule, { minLength: invoiceStates.length, maxLength: invoiceStates.length }),
    partialOverdue: fc.constantFrom("partial", "overdue"),
    dealTitle: fc.constantFrom("Invoice {{invoice.number}}", "{{client.name}}", "{{ nonsense }}", "fixed"),
  })
  .map(({ rules, partialOverdue, dealTitle }) => {
    const rule = (index: number): StateRule =>
      rules[index] ?? { stageId: null, status: null, lostReason: null };
    return {
      schema: 1,
      pipelineId: 1,
      stageOrder: [...stages],
      stageNames: Object.fromEntries(stages.map((stage) => [String(stage), `Stage ${String(stage)}`])),
      states: {
        draft: rule(0),
        sent: rule(1),
        viewed: rule(2),
        partial: rule(3),
        overdue: rule(4),
        paid: rule(5),
        autopaid: rule(6),
        retrying: rule(7),
        failed: rule(8),
        disputed: rule(9),
        declined: rule(10),
        archived: rule(11),
        deleted: rule(12),
      },
      partialOverdue,
      dealTitle,
    };
  });

const binding = (letter: string) => ({ code: letter.repeat(40), options: {} });

/** Field codes of a company that never was. */
export const someBindings: FieldBindings = {
  organization: { freshbooksId: binding("a"), currency: binding("b") },
  deal: {
    freshbooksId: binding("c"),
    number: binding("d"),
    state: {
      code: "e".repeat(40),
      options: Object.fromEntries(invoiceStates.map((state, index) => [state, index + 100])),
    },
    dueDate: binding("f"),
    outstanding: binding("0"),
    paid: binding("1"),
  },
};
