import { html } from "hono/html";

import type { Company } from "../../pipedrive/company";
import type { Page } from "../frame/frame";
import { actButton } from "../parts/form";
import type { FormProblem } from "../parts/form";
import { money } from "../parts/money";
import { pager } from "../parts/pager";
import type { Slice } from "../parts/pager";
import { table } from "../parts/table";
import { fieldList } from "./deal-page";
import { organizationForm } from "./deal-forms";
import { hrefIn } from "./place";
import type { OrganizationDetail, OrganizationRow } from "./read-organizations";
import { statusMark } from "./status-mark";

export interface OrganizationsView {
  readonly search: string;
  readonly slice: Slice<OrganizationRow>;
  readonly problem?: FormProblem | undefined;
}

function list(company: Company, { search, slice }: OrganizationsView): Page {
  if (slice.total === 0) {
    const text = search === "" ? "No organizations yet." : "No organization matches.";
    return html`<p class="hint">${text}</p>`;
  }
  const rows = slice.rows.map(
    (row) =>
      html`<tr data-key="organization-${row.id}">
        <td class="full">
          <a class="cut" href="${hrefIn(company, `/organizations/${row.id}`)}" dir="auto">${row.name}</a>
        </td>
        <td class="full"><span class="cut" dir="auto">${row.address}</span></td>
        <td class="mono">${row.id}</td>
      </tr>`,
  );
  return html`${table("Organizations", [{ label: "Name" }, { label: "Address" }, { label: "Id" }], rows)}
  ${pager(slice, (page) => hrefIn(company, "/organizations", { q: search, page }))}`;
}

/** All organizations of the company. */
export function organizationsPage(company: Company, view: OrganizationsView): Page {
  return html`<div class="head">
      <h1>Organizations</h1>
      <form class="search" method="get" action="/organizations" role="search" data-in-place>
        <input type="hidden" name="company" value="${company.profile.id}" />
        <input
          type="search"
          id="search"
          name="q"
          value="${view.search}"
          aria-label="Search organizations by name or id"
          placeholder="Name or id"
        />
        <button>Search</button>
      </form>
    </div>
    <details class="add" ${view.problem === undefined ? "" : html`open`}>
      <summary>New organization</summary>
      ${organizationForm(hrefIn(company, "/organizations"), "", "Create organization", view.problem)}
    </details>
    <section class="stack" aria-label="List of organizations">${list(company, view)}</section>`;
}

function deals(company: Company, { deals: rows }: OrganizationDetail): Page {
  if (rows.length === 0) return html`<p class="hint">None.</p>`;
  return table(
    "Deals",
    [{ label: "Deal" }, { label: "Status" }, { label: "Value", isMoney: true }],
    rows.map(
      (deal) =>
        html`<tr data-key="deal-${deal.id}">
          <td class="full"><a href="${hrefIn(company, `/deals/${deal.id}`)}" dir="auto">${deal.title}</a></td>
          <td>${statusMark(deal.status, false)}</td>
          <td class="money">${money(deal.value, deal.currency)}</td>
        </tr>`,
    ),
  );
}

/** One organization: its name, its fields, its newest deals. */
export function organizationPage(company: Company, one: OrganizationDetail, problem?: FormProblem): Page {
  const here = hrefIn(company, `/organizations/${one.id}`);
  return html`<div class="head">
      <h1>
        <span class="soft">Organization</span> <span dir="auto">${one.name}</span>
        <small class="mono">${one.id}</small>
      </h1>
      ${
        one.isDeleted
          ? html`<span class="badge bad">✕ deleted</span>`
          : actButton(hrefIn(company, `/organizations/${one.id}/delete`), "Delete", {
              title: "It leaves the lists, for good once 30 days are over.",
              isDangerous: true,
            })
      }
    </div>
    ${
      one.isDeleted
        ? ""
        : html`<section class="panel">${organizationForm(here, one.name, "Rename", problem)}</section>`
    }
    <div class="columns">
      <section aria-labelledby="fields-title">
        <h2 id="fields-title">All fields</h2>
        ${fieldList(one.fields)}
      </section>
      <section class="stack" aria-labelledby="deals-title">
        <h2 id="deals-title">Newest deals</h2>
        ${deals(company, one)}
      </section>
    </div>`;
}
