import { invoiceStateLabels, invoiceStates } from "@/server/contracts/invoice-state-words";
import type { Overview } from "@/server/contracts/overview";
import { cn } from "../lib/cn";
import { countOf } from "../lib/format-count";
import { formatMoney, sumAmounts } from "../lib/format-money";
import { StateBadge } from "../truth/state-badge";
import { stateFills } from "../truth/state-look";
import { Money } from "../ui/money";
import { Panel } from "../ui/panel";

type StateMoney = Overview["moneyByState"][number];

/** The rows of one currency, in the order of an invoice's life. */
function rowsByCurrency(moneyByState: readonly StateMoney[]): [string, StateMoney[]][] {
  const currencies = [...new Set(moneyByState.map(({ total }) => total.currency))].sort();
  return currencies.map((currency) => [
    currency,
    moneyByState
      .filter(({ total }) => total.currency === currency)
      .sort((a, b) => invoiceStates.indexOf(a.state) - invoiceStates.indexOf(b.state)),
  ]);
}

/** Lengths only; the exact amounts stand in the table below. */
function StackedBar({ rows }: { rows: readonly StateMoney[] }) {
  return (
    <div aria-hidden className="flex h-6 gap-0.5 overflow-hidden rounded-md">
      {rows
        .filter(({ total }) => Number(total.amount) > 0)
        .map(({ state, total }) => (
          <span
            key={state}
            title={`${invoiceStateLabels[state]}: ${formatMoney(total)}`}
            className={cn("min-w-1 transition-[flex-grow] duration-180 ease-out", stateFills[state])}
            style={{ flexGrow: Number(total.amount), flexBasis: 0 }}
          />
        ))}
    </div>
  );
}

function MoneyTable({ currency, rows }: { currency: string; rows: readonly StateMoney[] }) {
  return (
    <table className="mt-2 w-full sm:table-fixed">
      <caption className="sr-only">Invoices in {currency} by state</caption>
      <thead className="text-micro text-ink-faint">
        <tr>
          <th scope="col" className="py-1 text-left font-normal sm:w-[30%]">
            State
          </th>
          <th scope="col" className="py-1 text-right font-normal sm:w-[16%]">
            Invoices
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Total
          </th>
          <th scope="col" className="hidden py-1 text-right font-normal sm:table-cell">
            Outstanding
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map(({ state, count, total, outstanding }) => (
          <tr key={state} className="h-8">
            <th scope="row" className="text-left font-normal whitespace-nowrap">
              <StateBadge state={state} />
            </th>
            <td className="text-right">{count}</td>
            <td className="text-right">
              <Money money={total} />
            </td>
            <td className="text-ink-soft hidden text-right sm:table-cell">
              <Money money={outstanding} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CurrencyBlock({ currency, rows }: { currency: string; rows: readonly StateMoney[] }) {
  const amount = sumAmounts(rows.map(({ total }) => total.amount));
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-lead font-medium">
          <Money money={{ amount, currency }} />
        </span>
        <span className="text-small text-ink-faint">{countOf(count, "invoice")}</span>
      </p>
      <StackedBar rows={rows} />
      <MoneyTable currency={currency} rows={rows} />
    </div>
  );
}

/** Money by state, one bar per currency, never added across currencies; the table says the same in figures. */
export function MoneyPanel({ moneyByState }: { moneyByState: Overview["moneyByState"] }) {
  const blocks = rowsByCurrency(moneyByState);
  return (
    <Panel title="Money by invoice state">
      {blocks.length === 0 ? (
        <p className="text-ink-soft">
          No invoices yet. They show here as soon as FreshBooks tells us of one, or when you check it now.
        </p>
      ) : (
        <div className="flex flex-col gap-8">
          {blocks.map(([currency, rows]) => (
            <CurrencyBlock key={currency} currency={currency} rows={rows} />
          ))}
        </div>
      )}
    </Panel>
  );
}
