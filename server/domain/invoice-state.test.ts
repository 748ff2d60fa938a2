import { describe, expect, it } from "vitest";
import { axisValues } from "../testing/arbitraries";
import { foldInvoiceState } from "./invoice-state";
import { invoiceStates } from "./invoice-states";
import type { InvoiceAxes, SourceInvoice } from "./source";

const today = "2026-11-23";

const sent: InvoiceAxes = {
  status: 2,
  displayStatus: "sent",
  paymentStatus: "unpaid",
  v3Status: "sent",
  depositStatus: "none",
  autobillStatus: "",
  disputeStatus: "",
  visibility: "active",
};

function invoice(axes: Partial<InvoiceAxes>, rest: Partial<SourceInvoice> = {}): SourceInvoice {
  const eur = (amount: string) => ({ amount, currency: "EUR" });
  return {
    id: "900042",
    number: "0000008",
    clientId: "31",
    clientName: "Acme GmbH",
    currency: "EUR",
    amount: eur("1500.00"),
    outstanding: eur("1500.00"),
    paid: eur("0.00"),
    createDate: "2026-11-02",
    dueDate: "2026-12-02",
    datePaid: null,
    description: "",
    poNumber: "",
    version: "v1",
    axes: { ...sent, ...axes },
    ...rest,
  };
}

const due = { dueDate: "2026-11-22" };
const half = {
  outstanding: { amount: "750.00", currency: "EUR" },
  paid: { amount: "750.00", currency: "EUR" },
};
const settled = {
  outstanding: { amount: "0.00", currency: "EUR" },
  paid: { amount: "1500.00", currency: "EUR" },
};

/** Every combination of the values that FreshBooks is known to send, and one unknown value on each open axis. */
function everyAxes(): readonly Partial<InvoiceAxes>[] {
  const { status, displayStatus, paymentStatus, v3Status, autobillStatus, disputeStatus, visibility } =
    axisValues;
  return status
    .flatMap((value) => displayStatus.map((display) => ({ status: value, displayStatus: display })))
    .flatMap((axes) => paymentStatus.map((value) => ({ ...axes, paymentStatus: value })))
    .flatMap((axes) => v3Status.map((value) => ({ ...axes, v3Status: value })))
    .flatMap((axes) => autobillStatus.map((value) => ({ ...axes, autobillStatus: value })))
    .flatMap((axes) => disputeStatus.map((value) => ({ ...axes, disputeStatus: value })))
    .flatMap((axes) => visibility.map((value) => ({ ...axes, visibility: value })));
}

describe("foldInvoiceState", () => {
  it.each([
    ["a draft", invoice({ v3Status: "draft", displayStatus: "draft", status: 1 }), "draft", false],
    [
      "a draft past due",
      invoice({ v3Status: "draft", displayStatus: "draft", status: 1 }, due),
      "draft",
      false,
    ],
    ["sent", invoice({}), "sent", false],
    ["due today", invoice({}, { dueDate: today }), "sent", false],
    ["due yesterday, v3 not yet moved", invoice({}, due), "overdue", true],
    ["overdue by FreshBooks' word", invoice({ v3Status: "overdue" }, due), "overdue", true],
    ["without a due date", invoice({}, { dueDate: null }), "sent", false],
    ["viewed", invoice({ v3Status: "viewed", displayStatus: "viewed", status: 3 }), "viewed", false],
    [
      "viewed and due",
      invoice({ v3Status: "viewed", displayStatus: "viewed", status: 3 }, due),
      "overdue",
      true,
    ],
    [
      "half paid (live: status 2)",
      invoice({ v3Status: "partial", paymentStatus: "partial" }, half),
      "partial",
      false,
    ],
    [
      "half paid and due",
      invoice({ v3Status: "partial", paymentStatus: "partial" }, { ...half, ...due }),
      "partial",
      true,
    ],
    ["a deposit paid", invoice({ v3Status: "deposit_paid" }, half), "partial", false],
    [
      "paid",
      invoice({ v3Status: "paid", paymentStatus: "paid", status: 4 }, { ...settled, ...due }),
      "paid",
      false,
    ],
    [
      "paid by itself",
      invoice({ v3Status: "autopaid", paymentStatus: "auto-paid", status: 5 }, settled),
      "autopaid",
      false,
    ],
    ["retrying", invoice({ v3Status: "retry", autobillStatus: "retry", status: 6 }), "retrying", false],
    ["failed", invoice({ v3Status: "failed", autobillStatus: "failed", status: 7 }), "failed", false],
    ["disputed", invoice({ v3Status: "disputed", disputeStatus: "disputed" }), "disputed", false],
    ["a dispute that is over", invoice({ v3Status: "resolved", disputeStatus: "resolved" }), "sent", false],
    ["declined", invoice({ v3Status: "declined" }), "declined", false],
    ["archived", invoice({ visibility: "archived" }, due), "archived", false],
    ["deleted", invoice({ visibility: "deleted", paymentStatus: "paid" }, due), "deleted", false],
  ] as const)("%s", (_name, source, state, isOverdue) => {
    expect(foldInvoiceState(source, today)).toMatchObject({ state, isOverdue, warnings: [] });
  });

  it("falls to a named state with a warning when FreshBooks says something new", () => {
    const folded = foldInvoiceState(invoice({ v3Status: "frozen", displayStatus: "viewed" }), today);
    expect(folded.state).toBe("viewed");
    expect(folded.warnings).toEqual([
      'FreshBooks sent v3_status "frozen", which is new to us; taken as viewed.',
    ]);
  });

  it("gives exactly one known state for every combination of the axes", () => {
    const seen = new Set<string>();
    const wrong: unknown[] = [];
    let count = 0;
    for (const axes of everyAxes()) {
      for (const money of [due, { ...half, ...due }, settled]) {
        const { state, isOverdue } = foldInvoiceState(invoice(axes, money), today);
        const mayBeOverdue = axes.visibility === "active" && money !== settled && state !== "draft";
        if (isOverdue && !mayBeOverdue) wrong.push({ axes, money, state });
        seen.add(state);
        count += 1;
      }
    }
    expect(count).toBe(10 * 7 * 5 * 19 * 4 * 3 * 3 * 3);
    expect(wrong).toEqual([]);
    expect([...seen].toSorted()).toEqual(invoiceStates.toSorted());
  });
});
