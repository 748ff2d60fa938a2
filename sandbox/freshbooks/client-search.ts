import type { ClientRecord } from "./records";
import { before, changedOn, equals, from, like, oneOf } from "./search";
import type { Filter } from "./search";

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

/** Search keys that work on clients; bare `fname` and `organization` are not among them (facts §4). */
export const CLIENT_FILTERS: ReadonlyMap<string, ClientFilter> = new Map<string, ClientFilter>([
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
