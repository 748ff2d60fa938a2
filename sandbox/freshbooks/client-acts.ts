import { z } from "zod";

import { announce } from "./announce";
import { AccountingError, invalidField, unknownRecord } from "./errors";
import { parseFields, refuseReadOnly } from "./fields";
import { clientFieldsSchema, contactSchema } from "./inputs";
import type { Actor, ClientFields, ClientRecord, ContactRecord, VisState } from "./records";
import { readVisState } from "./vis-state";
import type { FreshBooksWorld } from "./world";
import { ledgerOf, takeId } from "./world";

/** Fields of a client as they come from outside, in the API's own names. */
export type ClientInput = Readonly<Record<string, unknown>>;

const READ_ONLY = ["updated", "signup_date", "uuid", "userid"];
const NAME_FIELDS = ["fname", "lname", "email", "organization"] as const;

/** A client of which nothing is known, in the account's currency. */
export function emptyFields(currencyCode: string): ClientFields {
  const address = { street: "", street2: "", city: "", province: "", country: "", code: "" };
  const prefixed = (prefix: string) =>
    Object.fromEntries(Object.entries(address).map(([key, value]) => [`${prefix}_${key}`, value]));
  return parseFields(clientFieldsSchema, "client", {
    ...prefixed("p"),
    ...prefixed("s"),
    ...{ organization: "", fname: "", lname: "", email: "", mob_phone: "", bus_phone: "", fax: "" },
    ...{ home_phone: null, note: null, vat_name: null, vat_number: null },
    ...{ company_industry: null, company_size: null, currency_code: currencyCode, language: "en" },
    ...{ allow_late_fees: true, allow_late_notifications: true, allow_email_include_pdf: false },
    ...{ pref_email: true, pref_gmail: false, notified: false },
  });
}

function refuseNameless(fields: ClientFields): void {
  if (NAME_FIELDS.some((name) => fields[name] !== "")) return;
  const message = "At least one of fname, lname, email, organization is required.";
  throw invalidField("client", "organization", 7012, message);
}

function refuseComputed(world: FreshBooksWorld, input: ClientInput): void {
  if (world.switches.readOnlyFields === "refused") refuseReadOnly("client", input, READ_ONLY);
}

function readContacts(world: FreshBooksWorld, input: ClientInput): ContactRecord[] | undefined {
  if (input["contacts"] === undefined) return undefined;
  const { contacts } = parseFields(z.object({ contacts: z.array(contactSchema) }), "client", input);
  return contacts.map((contact) => ({ ...contact, contactid: world.contactIds.take() }));
}

function touchClient(world: FreshBooksWorld, client: ClientRecord): void {
  client.updatedMs = world.clock.nowMs();
  ledgerOf(world, client.accountId).revision += 1;
}

export function findClient(world: FreshBooksWorld, actor: Actor, id: number): ClientRecord {
  const client = ledgerOf(world, actor.accountId).clients.get(id);
  if (client !== undefined) return client;
  throw unknownRecord("client", "userid", id);
}

export function createClient(world: FreshBooksWorld, actor: Actor, input: ClientInput): ClientRecord {
  refuseComputed(world, input);
  const fields = parseFields(clientFieldsSchema, "client", { ...emptyFields(actor.currencyCode), ...input });
  refuseNameless(fields);
  const nowMs = world.clock.nowMs();
  const ledger = ledgerOf(world, actor.accountId);
  const client: ClientRecord = {
    id: takeId(world, ledger, "client"),
    accountId: actor.accountId,
    username: world.random.alphanumeric(12).toLowerCase(),
    signupMs: nowMs,
    fields,
    contacts: readContacts(world, input) ?? [],
    visState: 0,
    updatedMs: nowMs,
  };
  ledger.clients.add(client);
  ledger.revision += 1;
  announce(world, actor, "client.create", client.id);
  return client;
}

function setVisState(world: FreshBooksWorld, actor: Actor, client: ClientRecord, visState: VisState): void {
  client.visState = visState;
  ledgerOf(world, actor.accountId).clients.memberChanged();
  touchClient(world, client);
  announce(world, actor, visState === 1 ? "client.delete" : "client.update", client.id);
}

/** A partial update that runs one phase only: `vis_state` drops everything else (facts §5.3). */
export function updateClient(
  world: FreshBooksWorld,
  actor: Actor,
  client: ClientRecord,
  input: ClientInput,
): void {
  const visState = readVisState("client", input);
  if (visState !== undefined) {
    setVisState(world, actor, client, visState);
    return;
  }
  if (client.visState === 1) {
    const item = { errno: 1011, field: "userid", message: "Client is deleted.", object: "client" };
    throw new AccountingError(422, [{ ...item, value: String(client.id) }]);
  }
  refuseComputed(world, input);
  const fields = parseFields(clientFieldsSchema, "client", { ...client.fields, ...input });
  refuseNameless(fields);
  client.fields = fields;
  client.contacts = readContacts(world, input) ?? client.contacts;
  touchClient(world, client);
  announce(world, actor, "client.update", client.id);
}
