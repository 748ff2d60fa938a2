import { html } from "hono/html";

import { ACME_ID } from "../../pipedrive/companies";
import type { Company } from "../../pipedrive/company";
import type { PipedriveWorld } from "../../pipedrive/world";
import type { Page, Shell, Tab } from "../frame/frame";
import { address } from "../parts/address";

/** The company of this id, or the one that is there from the start; undefined if there is none. */
export function findCompany(world: PipedriveWorld, id: string | undefined): Company | undefined {
  return world.companies.get(id === undefined ? ACME_ID : Number(id));
}

/** An address within this company. */
export function hrefIn(
  company: Company,
  path: string,
  query: Readonly<Record<string, number | string | undefined>> = {},
): string {
  const id = company.profile.id === ACME_ID ? undefined : company.profile.id;
  return address(path, { company: id, ...query });
}

function companyLink(current: Company, { profile, users }: Company): Page {
  const isCurrent = profile.id === current.profile.id;
  const names = [...users.values()].map((user) => user.name).join(", ");
  return html`<li>
    <a href="${address("/", { company: profile.id })}" ${isCurrent ? html`aria-current="true"` : ""}
      ><span dir="auto">${profile.name}</span>
      <small>${profile.plan} · ${profile.seats} seats · ${profile.id}</small><br /><small dir="auto"
        >${names}</small
      ></a
    >
  </li>`;
}

function switcher(world: PipedriveWorld, company: Company): Page {
  const companies = [...world.companies.values()];
  return html`<details class="switcher" id="switcher">
    <summary>
      <span dir="auto">${company.profile.name}</span> <small>${company.profile.domain}</small>
    </summary>
    <div>
      <ul>
        ${companies.map((one) => companyLink(company, one))}
      </ul>
    </div>
  </details>`;
}

/** Labels of the pages, by which a page names the tab it belongs to. */
export const TABS = {
  board: "Board",
  organizations: "Organizations",
  calls: "API calls",
  apps: "Apps",
  backstage: "Backstage",
} as const;

/** The frame around the pages of a company. */
export function shellOf(
  world: PipedriveWorld,
  company: Company,
  more: { readonly other?: Tab | undefined; readonly notice?: string | undefined },
): Shell {
  const tab = (path: string, label: string): Tab => ({ href: hrefIn(company, path), label });
  return {
    vendor: "Pipedrive",
    switcher: switcher(world, company),
    tabs: [
      tab("/", TABS.board),
      tab("/organizations", TABS.organizations),
      tab("/calls", TABS.calls),
      tab("/apps", TABS.apps),
      tab("/backstage", TABS.backstage),
    ],
    nowMs: world.clock.nowMs(),
    isFrozen: world.clock.isFrozen,
    backstageHref: hrefIn(company, "/backstage"),
    ...(more.other === undefined ? {} : { other: more.other }),
    ...(more.notice === undefined ? {} : { notice: more.notice }),
  };
}
