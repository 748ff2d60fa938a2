import { html } from "hono/html";

import type { Business, Identity, Membership } from "../../freshbooks/businesses";
import { DEFAULT_ACCOUNT_ID } from "../../freshbooks/businesses";
import type { FreshBooksWorld } from "../../freshbooks/world";
import type { Page, Shell, Tab } from "../frame/frame";
import { address } from "../parts/address";

/** In whose books one acts, and as whom. */
export interface Place {
  readonly accountId: string;
  readonly business: Business;
  readonly owner: Identity;
}

/** The books of `accountId`, or of the account that is there from the start; undefined if there are none. */
export function findPlace(world: FreshBooksWorld, accountId = DEFAULT_ACCOUNT_ID): Place | undefined {
  const owner = world.directory.ownerOf(accountId);
  const identity = owner && world.directory.findIdentity(owner.membership.identityId);
  return owner && identity && { accountId, business: owner.business, owner: identity };
}

/** An address within these books. */
export function hrefIn(
  place: Place,
  path: string,
  query: Readonly<Record<string, number | string | undefined>> = {},
): string {
  const account = place.accountId === DEFAULT_ACCOUNT_ID ? undefined : place.accountId;
  return address(path, { account, ...query });
}

function fullName({ firstName, lastName }: Identity): string {
  return `${firstName} ${lastName}`;
}

function businessLink(place: Place, business: Business, membership: Membership): Page {
  const { accountId } = business;
  const role = membership.role.replaceAll("_", " ");
  if (accountId === null) {
    return html`<li class="soft"><span dir="auto">${business.name}</span> <small>no accounting</small></li>`;
  }
  const isCurrent = accountId === place.accountId;
  return html`<li>
    <a href="${address("/", { account: accountId })}" ${isCurrent ? html`aria-current="true"` : ""}
      ><span dir="auto">${business.name}</span>
      <small>${role} · ${business.currencyCode} · ${accountId}</small></a
    >
  </li>`;
}

function switcher(world: FreshBooksWorld, place: Place): Page {
  const people = world.directory.identities().map(
    (identity) =>
      html`<p class="small soft">${fullName(identity)} · ${identity.email}</p>
        <ul>
          ${world.directory
            .businessesOf(identity.id)
            .map(({ business, membership }) => businessLink(place, business, membership))}
        </ul>`,
  );
  return html`<details class="switcher" id="switcher">
    <summary>
      <span dir="auto">${place.business.name}</span> <small>as ${fullName(place.owner)}</small>
    </summary>
    <div>${people}</div>
  </details>`;
}

/** Labels of the pages, by which a page names the tab it belongs to. */
export const TABS = {
  invoices: "Invoices",
  clients: "Clients",
  callbacks: "Callbacks",
  backstage: "Backstage",
} as const;

/** The frame around the pages of these books. */
export function shellOf(
  world: FreshBooksWorld,
  place: Place,
  more: { readonly other?: Tab | undefined; readonly notice?: string | undefined },
): Shell {
  const tab = (path: string, label: string): Tab => ({ href: hrefIn(place, path), label });
  return {
    vendor: "FreshBooks",
    switcher: switcher(world, place),
    tabs: [
      tab("/", TABS.invoices),
      tab("/clients", TABS.clients),
      tab("/callbacks", TABS.callbacks),
      tab("/backstage", TABS.backstage),
    ],
    nowMs: world.clock.nowMs(),
    isFrozen: world.clock.isFrozen,
    backstageHref: hrefIn(place, "/backstage"),
    ...(more.other === undefined ? {} : { other: more.other }),
    ...(more.notice === undefined ? {} : { notice: more.notice }),
  };
}
