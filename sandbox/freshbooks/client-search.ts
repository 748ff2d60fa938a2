import { invoiceTotals } from "./invoice-totals";
import { statusOf } from "./invoice-view";
import type { ClientRecord, InvoiceRecord } from "./records";
import { before, changedOn, equals, from, isTrue, like, oneOf } from "./search";
import type { Filter } from "./search";
import type { FreshBooksWorld } from "./world";

type ClientFilter = Filter<ClientRecord>;

function addressOf({ fields }: ClientRecord): string {
  return [
    fields.p_street,
    fields.p_street2,
    fields.p_city,
    fields.p_province,
    fields.p_country,
    fields.p_code,
  ].join(" ");
}

const PLAIN_FILTERS: ReadonlyMap<string, ClientFilter> = new Map<string, ClientFilter>([
  ["email", equals(({ fields }) => fields.email)],
  ["email_like", like(({ fields }) => fields.email)],
  ["organization_like", like(({ fields }) => fields.organization)],
  ["fname_like", like(({ fields }) => fields.fname)],
  ["lname_like", like(({ fields }) => fields.lname)],
  [
    "user_like",
    like(({ fields }) => `${fields.fname} ${fields.lname} ${fields.organization} ${fields.email}`),
  ],
  ["address_like", like(addressOf)],
  ["note_like", like(({ fields }) => fields.note ?? "")],
  ["phone_like", like(({ fields }) => `${fields.bus_phone} ${fields.mob_phone} ${fields.home_phone ?? ""}`)],
  ["updated_min", from(changedOn)],
  ["updated_max", before(changedOn)],
  ["userid", equals(({ id }) => id)],
  ["userids", oneOf(({ id }) => id)],
  ["username", equals(({ username }) => username)],
  ["vis_state", oneOf(({ visState }) => visState)],
]);

// Ids of the clients with a living invoice of some kind; worked out once per list, not once per client.
function clientsWith(world: FreshBooksWorld, isWanted: (invoice: InvoiceRecord) => boolean): ClientFilter {
  const living = [...world.invoices.values()].filter(
    (invoice) => invoice.visState !== 1 && isWanted(invoice),
  );
  const ids = new Set(living.map((invoice) => invoice.fields.customerid));
  return isTrue((client) => ids.has(client.id));
}

/** Search keys that work on clients; bare `fname` and `organization` are not among them (facts §4). */
export function clientFilters(world: FreshBooksWorld): ReadonlyMap<string, ClientFilter> {
  const isDraft = (invoice: InvoiceRecord) => invoice.progress === "draft";
  const isOutstanding = (invoice: InvoiceRecord) =>
    !isDraft(invoice) && invoiceTotals(invoice, world.payments).outstanding.gt(0);
  const isOverdue = (invoice: InvoiceRecord) => statusOf(world, invoice).v3_status === "overdue";
  return new Map<string, ClientFilter>([
    ...PLAIN_FILTERS,
    ["has_draft", clientsWith(world, isDraft)],
    ["has_outstanding", clientsWith(world, isOutstanding)],
    ["has_overdue", clientsWith(world, isOverdue)],
  ]);
}

/** Sort keys that work on clients (facts §4). */
export const CLIENT_SORTS: ReadonlyMap<string, (client: ClientRecord) => string | number> = new Map<
  string,
  (client: ClientRecord) => string | number
>([
  ["organization_name", ({ fields }) => fields.organization.toLowerCase()],
  ["fullname", ({ fields }) => `${fields.lname} ${fields.fname}`.toLowerCase()],
  ["email", ({ fields }) => fields.email.toLowerCase()],
  ["updated", ({ updatedMs }) => updatedMs],
  ["client_id", ({ id }) => id],
  ["bus_phone", ({ fields }) => fields.bus_phone],
]);
