import { html } from "hono/html";

import type { Company } from "../../pipedrive/company";
import type { Page } from "../frame/frame";
import { actButton } from "../parts/form";
import type { FormProblem } from "../parts/form";
import { money } from "../parts/money";
import { facts, table } from "../parts/table";
import { DEAL_ACTS } from "./deal-acts";
import { editDealForm, stageForm } from "./deal-forms";
import { hrefIn } from "./place";
import { milliOf } from "./read-board";
import type { DealDetail, FieldValue, RecordCall } from "./read-deal";
import { statusMark } from "./status-mark";

/** Fields as names and values; a custom field's code is what the API calls it. */
export function fieldList(fields: readonly FieldValue[]): Page {
  return facts(
    fields.map(({ name, code, isCustom, value }) => [
      name,
      isCustom ? html`${value}<br /><code class="soft">${code}</code>` : value,
    ]),
  );
}

/** Calls that named a record. */
export function callList(calls: readonly RecordCall[]): Page {
  if (calls.length === 0) return html`<p class="hint">No call to the API has named it yet.</p>`;
  return table(
    "Calls to the API",
    [{ label: "When" }, { label: "Call" }, { label: "Answer" }],
    calls.map(
      (call) =>
        html`<tr>
          <td class="nowrap">${call.at.slice(0, 19).replace("T", " ")}</td>
          <td><code>${call.method}</code></td>
          <td>${call.status}</td>
        </tr>`,
    ),
  );
}

function acts(company: Company, deal: DealDetail): Page {
  return html`<section class="panel stack" aria-labelledby="acts-title">
    <h2 id="acts-title">What can happen next</h2>
    <ul class="stack plain">
      ${DEAL_ACTS.filter((act) => act.isPossible(deal)).map(
        (act) =>
          html`<li class="row spread" data-key="act-${act.key}">
            <span class="hint" style="flex: 1 1 200px">${act.consequence}</span>
            ${actButton(hrefIn(company, `/deals/${deal.id}/acts/${act.key}`), act.label, {
              isDangerous: act.isDangerous === true,
            })}
          </li>`,
      )}
    </ul>
  </section>`;
}

function mark(deal: DealDetail): Page {
  if (deal.isDeleted) return html`<span class="badge bad">✕ deleted</span>`;
  if (deal.isArchived) return html`<span class="badge">archived</span>`;
  return statusMark(deal.status, deal.isLate);
}

/** One deal: what it is worth, where it stands, what can happen to it, and every field. */
export function dealPage(company: Company, deal: DealDetail, problem?: FormProblem): Page {
  const isEditable = !deal.isArchived && !deal.isDeleted;
  const { organization } = deal;
  return html`<div class="head">
      <h1>
        <span class="soft">Deal</span> <span dir="auto">${deal.title}</span>
        <small class="mono">${deal.id}</small>
      </h1>
      ${mark(deal)}
    </div>
    <div class="columns">
      <section class="panel stack">
        ${facts([
          ["Value", money(milliOf(deal.value), deal.currency)],
          [
            "Organization",
            organization === null
              ? "none"
              : html`<a href="${hrefIn(company, `/organizations/${organization.id}`)}"
                  >${organization.name}</a
                >`,
          ],
          ["Stage", deal.stages.find(({ id }) => id === deal.stageId)?.label ?? "gone"],
        ])}
        ${isEditable ? html`${stageForm(company, deal)} ${editDealForm(company, deal, problem)}` : ""}
      </section>
      ${acts(company, deal)}
    </div>
    <div class="columns">
      <section aria-labelledby="fields-title">
        <h2 id="fields-title">All fields</h2>
        ${fieldList(deal.fields)}
      </section>
      <section class="stack" aria-labelledby="calls-title">
        <h2 id="calls-title">Calls to the API</h2>
        ${callList(deal.calls)}
      </section>
    </div>`;
}
