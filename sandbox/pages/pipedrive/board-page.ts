import { html } from "hono/html";

import type { Company } from "../../pipedrive/company";
import type { DealStatus } from "../../pipedrive/records";
import type { Page } from "../frame/frame";
import type { FormProblem } from "../parts/form";
import { formatMilli, money } from "../parts/money";
import { count } from "../parts/pager";
import { newDealForm } from "./deal-forms";
import { hrefIn } from "./place";
import type { Board, BoardQuery, Card, Column } from "./read-board";
import { statusMark } from "./status-mark";

export interface BoardView {
  readonly query: BoardQuery;
  readonly board: Board;
  readonly problem?: FormProblem | undefined;
}

export const CARDS_AT_FIRST = 25;

const STATUSES: readonly (readonly [value: DealStatus | "", label: string])[] = [
  ["", "All deals"],
  ["open", "Open"],
  ["won", "Won"],
  ["lost", "Lost"],
];

function card(company: Company, one: Card): Page {
  const look = one.isLate ? "late" : one.status;
  return html`<li
    class="deal ${look}"
    data-key="deal-${one.id}"
    data-deal="${one.id}"
    data-title="${one.title}"
    draggable="true"
  >
    <a href="${hrefIn(company, `/deals/${one.id}`)}" dir="auto">${one.title}</a>
    <p class="org" dir="auto">${one.organization ?? "No organization"}</p>
    <p class="sum">${money(one.value, one.currency)}</p>
    <button type="button" class="quiet" data-move aria-haspopup="dialog" aria-label="Move ${one.title}">
      Move
    </button>
    <div class="foot">
      ${statusMark(one.status, one.isLate)}
      <span>${one.closeDate === null ? "no close date" : html`closes ${one.closeDate}`}</span>
    </div>
  </li>`;
}

function column(company: Company, view: BoardView, one: Column): Page {
  const sums = one.sums.map(([currency, milli]) => `${formatMilli(milli, currency)} ${currency}`);
  const more =
    one.count > one.cards.length
      ? html`<p class="hint">
          The newest ${count(one.cards.length)} of ${count(one.count)}.
          <a href="${boardHref(company, view, { show: view.query.shown * 2 })}">Show more</a>
        </p>`
      : "";
  return html`<section
    class="stage"
    data-stage="${one.id}"
    data-key="stage-${one.id}"
    aria-label="${one.name}"
  >
    <header>
      <h2 dir="auto">${one.name} <small>${count(one.count)}</small></h2>
      <p>${sums.slice(0, 3).join(" · ")}${sums.length > 3 ? ` · ${sums.length - 3} more` : ""}</p>
    </header>
    <ul class="cards">
      ${one.cards.map((each) => card(company, each))}
    </ul>
    ${more}
  </section>`;
}

function boardHref(
  company: Company,
  { query, board }: BoardView,
  change: { readonly show?: number; readonly pipeline?: number },
): string {
  const shown = query.shown === CARDS_AT_FIRST ? undefined : query.shown;
  return hrefIn(company, "/", {
    pipeline: change.pipeline ?? board.pipelineId,
    status: query.status,
    show: change.show ?? shown,
  });
}

function choice(company: Company, view: BoardView): Page {
  const { board, query } = view;
  return html`<form class="row" method="get" action="/" data-in-place>
    <input type="hidden" name="company" value="${company.profile.id}" />
    <select name="pipeline" id="pipeline" aria-label="Pipeline" style="width: auto" data-submits>
      ${board.pipelines.map(
        ({ id, name }) =>
          html`<option value="${id}" ${id === board.pipelineId ? html`selected` : ""}>${name}</option>`,
      )}
    </select>
    <select name="status" id="status" aria-label="Status" style="width: auto" data-submits>
      ${STATUSES.map(
        ([value, label]) =>
          html`<option value="${value}" ${value === (query.status ?? "") ? html`selected` : ""}>
            ${label}
          </option>`,
      )}
    </select>
    <button>Show</button>
  </form>`;
}

// One menu for all cards: the script opens it for the card whose button was pressed.
function moveMenu(company: Company, { board }: BoardView): Page {
  const back = hrefIn(company, "/", { pipeline: board.pipelineId });
  return html`<form id="move" method="post" action="" hidden>
      <input type="hidden" name="stage_id" value="" />
      <input type="hidden" name="back" value="${back}" />
    </form>
    <dialog id="move-menu" aria-labelledby="move-title">
      <form method="dialog">
        <h2 id="move-title" data-kept>Move to</h2>
        ${board.columns.map(({ id, name }) => html`<button value="${id}">${name}</button>`)}
        <button class="quiet" value="">Cancel</button>
      </form>
    </dialog>`;
}

/** The board of a pipeline: columns are stages, cards are deals. */
export function boardPage(company: Company, view: BoardView): Page {
  const { board } = view;
  const total = board.columns.reduce((sum, one) => sum + one.count, 0);
  return html`<div class="head">
      <h1>Deals <small>${count(total)}</small></h1>
      ${choice(company, view)}
    </div>
    <details class="add" ${view.problem === undefined ? "" : html`open`}>
      <summary>New deal</summary>
      ${newDealForm(company, board, view.problem)}
    </details>
    <div class="board" id="board" tabindex="0" role="group" aria-label="Stages">
      ${board.columns.map((one) => column(company, view, one))}
    </div>
    ${moveMenu(company, view)}`;
}
