import Big from "big.js";

import { balancesOf } from "./client-balances";
import type { Balance } from "./client-balances";
import type { ListRules } from "./list";
import type { Reading } from "./reading";
import type { ClientRecord } from "./records";
import { equals, isNumber, isTrue, like, numbersIn, oneOf, updatedFilters } from "./search";
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
  ["userid", isNumber(({ id }) => id)],
  ["userids", oneOf(({ id }) => id)],
  ["username", equals(({ username }) => username)],
  ["vis_state", oneOf(({ visState }) => visState)],
]);

// Worked out once per list, and only for a list that asks.
function hasBalance(reading: Reading, kind: Balance): ClientFilter {
  return (values) => {
    const balances = balancesOf(reading, kind);
    return isTrue<ClientRecord>(({ id }) => balances.has(id))(values);
  };
}

function sortByBalance(reading: Reading, kind: Balance): (client: ClientRecord) => number {
  let balances: ReturnType<typeof balancesOf> | undefined;
  return ({ id }) => {
    balances ??= balancesOf(reading, kind);
    let sum = new Big(0);
    for (const amount of balances.get(id)?.values() ?? []) sum = sum.plus(amount);
    return sum.toNumber();
  };
}

/** What lists of clients obey; bare `fname` and `organization` are not among the filters (facts §4). */
export function clientRules(reading: Reading): ListRules<ClientRecord> {
  return {
    narrow: (search) => {
      const [id] = numbersIn(search, "userid") ?? [];
      const ids = id === undefined ? numbersIn(search, "userids") : [id];
      return ids === undefined ? undefined : reading.ledger.clients.pick(ids);
    },
    filters: new Map<string, ClientFilter>([
      ...PLAIN_FILTERS,
      ...updatedFilters(reading.switches.updatedMinHonoured),
      ["has_draft", hasBalance(reading, "draft")],
      ["has_outstanding", hasBalance(reading, "outstanding")],
      ["has_overdue", hasBalance(reading, "overdue")],
      ["has_credit", hasBalance(reading, "credit")],
    ]),
    sorts: new Map<string, (client: ClientRecord) => string | number>([
      ["organization_name", ({ fields }) => fields.organization.toLowerCase()],
      ["fullname", ({ fields }) => `${fields.lname} ${fields.fname}`.toLowerCase()],
      ["email", ({ fields }) => fields.email.toLowerCase()],
      ["updated", ({ updatedMs }) => updatedMs],
      ["client_id", ({ id }) => id],
      ["bus_phone", ({ fields }) => fields.bus_phone],
      ["primarycontact", ({ fields }) => `${fields.fname} ${fields.lname}`.toLowerCase()],
      ["outstanding", sortByBalance(reading, "outstanding")],
      ["overdue", sortByBalance(reading, "overdue")],
      ["credit", sortByBalance(reading, "credit")],
    ]),
  };
}
