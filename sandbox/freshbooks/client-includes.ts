import { balanceView, balancesOf } from "./client-balances";
import { contactViews } from "./contacts";
import type { Reading } from "./reading";
import type { ClientRecord } from "./records";
import { easternStamp } from "./stamps";

type Show = (client: ClientRecord) => unknown;

function lastActivity({ ledger }: Reading): Show {
  const latest = new Map<number, number>();
  for (const { fields, updatedMs } of ledger.invoices.rows) {
    const known = latest.get(fields.customerid);
    if (known === undefined || known < updatedMs) latest.set(fields.customerid, updatedMs);
  }
  return ({ id }) => {
    const ms = latest.get(id);
    return ms === undefined ? null : easternStamp(ms);
  };
}

const BALANCES = ["outstanding", "credit", "draft", "overdue", "grand_total"] as const;

/** What can be asked for beside a client (facts §4); each is worked out once for a whole page. */
const INCLUDES: ReadonlyMap<string, (reading: Reading) => Show> = new Map<string, (reading: Reading) => Show>(
  [
    ...BALANCES.map((kind) => {
      const show = (reading: Reading): Show => {
        const balances = balancesOf(reading, kind);
        return (client) => balanceView(reading, balances, client);
      };
      return [`${kind}_balance`, show] as const;
    }),
    ["last_activity", lastActivity],
    ["late_reminders", () => () => []],
    ["late_fee", () => () => null],
    ["contacts", () => contactViews],
  ],
);

/** Shows what `include[]` asks for, unknown keys silently ignored. */
export function clientIncludes(
  reading: Reading,
  names: readonly string[],
): (client: ClientRecord) => Record<string, unknown> {
  const shown = names.flatMap((name) => {
    const make = INCLUDES.get(name);
    return make === undefined ? [] : [[name, make(reading)] as const];
  });
  return (client) => Object.fromEntries(shown.map(([name, show]) => [name, show(client)]));
}
