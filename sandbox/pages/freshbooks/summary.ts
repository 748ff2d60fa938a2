import { html } from "hono/html";

import type { Page } from "../frame/frame";
import { formatMilli, money } from "../parts/money";
import { count } from "../parts/pager";
import { compareStates, stateColour, stateMark, stateWord } from "./states";
import type { StateTotal } from "./totals";

/** Currencies shown at once; more are folded away. */
const SHOWN_CURRENCIES = 3;

interface CurrencyTotal {
  readonly currency: string;
  readonly parts: readonly StateTotal[];
  readonly count: number;
  readonly amount: bigint;
  readonly outstanding: bigint;
}

function byCurrency(totals: readonly StateTotal[]): CurrencyTotal[] {
  const groups = Map.groupBy(totals, ({ currency }) => currency);
  return [...groups]
    .map(([currency, parts]) => ({
      currency,
      parts: parts.toSorted((a, b) => compareStates(a.state, b.state)),
      count: parts.reduce((sum, part) => sum + part.count, 0),
      amount: parts.reduce((sum, part) => sum + part.amount, 0n),
      outstanding: parts.reduce((sum, part) => sum + part.outstanding, 0n),
    }))
    .sort((a, b) => b.count - a.count);
}

function bar({ currency, parts, count: invoices, amount, outstanding }: CurrencyTotal): Page {
  const pieces = parts
    .filter((part) => part.amount > 0n)
    .map(
      (part) =>
        html`<i
          style="${stateColour(part.state)}; flex-grow: ${String(part.amount)}"
          title="${stateWord(part.state)}: ${formatMilli(part.amount, currency)} ${currency}"
        ></i>`,
    );
  return html`<div data-key="bar-${currency}">
    <div class="row spread">
      <span>${money(amount, currency)} <span class="soft">in ${count(invoices)}</span></span>
      <span class="soft">${money(outstanding, currency)} outstanding</span>
    </div>
    <div class="bar" aria-hidden="true">${pieces}</div>
  </div>`;
}

function twin(groups: readonly CurrencyTotal[]): Page {
  const rows = groups.flatMap(({ currency, parts }) =>
    parts.map(
      (part) =>
        html`<tr data-key="${currency}-${part.state}">
          <td>${stateMark(part.state)}</td>
          <td class="money">${count(part.count)}</td>
          <td class="money">${money(part.amount, currency)}</td>
          <td class="money">${money(part.outstanding, currency)}</td>
        </tr>`,
    ),
  );
  return html`<details>
    <summary>The same as a table</summary>
    <div class="scroll" role="region" aria-label="Table: totals by state and currency" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col" class="money">Invoices</th>
            <th scope="col" class="money">Amount</th>
            <th scope="col" class="money">Outstanding</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** What the invoices come to: a bar per currency by state, never added across currencies, and the same as a table. */
export function summary(totals: readonly StateTotal[], hrefOf: (state: string) => string): Page {
  if (totals.length === 0) return html``;
  const groups = byCurrency(totals);
  const states = [...Map.groupBy(totals, ({ state }) => state)].sort(([a], [b]) => compareStates(a, b));
  const rest = groups.slice(SHOWN_CURRENCIES);
  return html`<section class="panel picture" aria-label="Totals">
    ${groups.slice(0, SHOWN_CURRENCIES).map(bar)}
    ${
      rest.length === 0
        ? ""
        : html`<details>
            <summary>${rest.length} more currencies</summary>
            <div class="picture">${rest.map(bar)}</div>
          </details>`
    }
    <ul class="legend">
      ${states.map(
        ([state, parts]) =>
          html`<li data-key="legend-${state}">
            <a href="${hrefOf(state)}" class="state" style="color: inherit"
              >${stateMark(state)} ${count(parts.reduce((sum, part) => sum + part.count, 0))}</a
            >
          </li>`,
      )}
    </ul>
    ${twin(groups)}
  </section>`;
}
