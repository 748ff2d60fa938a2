import "server-only";
import type { Check } from "../../../contracts/connections";
import type { CallbackView } from "../../../db/repos/callback";
import type { Connection } from "../../../db/repos/connection";
import type { FreshbooksClient } from "../../../vendors/freshbooks/client";
import type { FreshbooksIdentity } from "../../../vendors/freshbooks/identity";
import { freshbooksScopes, missingScopes } from "../../../vendors/freshbooks/scopes";
import { learn, ok, problem, unknown, warning } from "./check";

const scopesLine = { id: "freshbooks.scopes", title: "The app may read what it follows" };
const account = { id: "freshbooks.account", title: "Business and person" };
const callbacksLine = { id: "freshbooks.callbacks", title: "FreshBooks tells us of changes" };

export function scopesCheck({ scopes }: Pick<Connection, "scopes">): Check {
  if (scopes.length === 0) return unknown(scopesLine, "FreshBooks did not name what it granted.");
  const missing = missingScopes(scopes);
  if (missing.length === 0) return ok(scopesLine, freshbooksScopes.join(", "));
  return problem(
    scopesLine,
    `Not granted: ${missing.join(", ")}.`,
    "Reconnect FreshBooks and allow everything that is asked for.",
  );
}

/** Which business it is, and what the person who granted access is in it. */
export function accountCheck(
  { accountId, accountName }: Pick<Connection, "accountId" | "accountName">,
  { name, email, businesses }: FreshbooksIdentity,
): Check {
  const person = name === "" ? email : `${name} (${email})`;
  if (accountId === null) {
    return problem(account, `${person} has not chosen a business yet.`, "Choose the business to follow.");
  }
  const business = businesses.find((one) => one.accountId === accountId);
  const label = business?.name ?? accountName ?? accountId;
  if (business?.usable) return ok(account, `${label}, as ${person}, ${business.role.replaceAll("_", " ")}`);
  const detail = business?.reason ?? `${person} is no longer part of ${label}.`;
  return problem(account, detail, "Have somebody who runs the business reconnect FreshBooks.");
}

const fix = "Have somebody who may see it in FreshBooks, as its owner, reconnect.";

/** One cheap read of each kind: scopes tell what the app may do, only the answer tells what the person may. */
export function readChecks(client: FreshbooksClient): Promise<Check[]> {
  const smallest = { page: 1, perPage: 1 };
  const clients = { id: "freshbooks.clients", title: "Clients can be read" };
  const invoices = { id: "freshbooks.invoices", title: "Invoices can be read" };
  const payments = { id: "freshbooks.payments", title: "Payments can be read" };
  return Promise.all([
    learn(
      { ...clients, fix },
      () => client.listClients(smallest),
      () => ok(clients),
    ),
    learn(
      { ...invoices, fix },
      () => client.listInvoices(smallest),
      () => ok(invoices),
    ),
    // Whether payment 1 exists does not matter: whoever may not read payments is refused before it is looked for.
    learn(
      { ...payments, fix },
      () => client.getPayment("1"),
      () => ok(payments),
    ),
  ]);
}

/** Whether changes come at once; without, they are found by looking, minutes later. */
export function callbacksCheck(callbacks: readonly Pick<CallbackView, "noun" | "status">[]): Check {
  const waiting = callbacks.filter(({ status }) => status !== "verified").map(({ noun }) => noun);
  if (callbacks.length > 0 && waiting.length === 0) return ok(callbacksLine);
  const detail =
    callbacks.length === 0
      ? "No callback is registered yet."
      : `Not confirmed yet: ${waiting.join(", ").replaceAll("_", " ")}.`;
  return warning(
    callbacksLine,
    `${detail} Until then changes are found by looking, some minutes later.`,
    "Register the callbacks again under Connections. This server has to be reachable from outside.",
  );
}
