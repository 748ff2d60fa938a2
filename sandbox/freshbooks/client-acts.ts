import { announce } from "./announce";
import { AccountingError, invalidField, unknownRecord } from "./errors";
import { parseFields, refuseReadOnly } from "./fields";
import { clientFieldsSchema } from "./inputs";
import type { Actor, ClientFields, ClientRecord, VisState } from "./records";
import { readVisState } from "./vis-state";
import type { FreshBooksWorld } from "./world";

/** Fields of a client as they come from outside, in the API's own names. */
export type ClientInput = Readonly<Record<string, unknown>>;

const READ_ONLY = ["updated", "signup_date", "uuid", "userid"];
const NAME_FIELDS = ["fname", "lname", "email", "organization"] as const;

function emptyFields(actor: Actor): ClientFields {
  const address = { street: "", street2: "", city: "", province: "", country: "", code: "" };
  const prefixed = (prefix: string) =>
    Object.fromEntries(Object.entries(address).map(([key, value]) => [`${prefix}_${key}`, value]));
  return parseFields(clientFieldsSchema, "client", {
    ...prefixed("p"),
    ...prefixed("s"),
    ...{ organization: "", fname: "", lname: "", email: "", mob_phone: "", bus_phone: "", fax: "" },
    ...{ home_phone: null, note: null, vat_name: null, vat_number: null },
    ...{ company_industry: null, company_size: null, currency_code: actor.currencyCode, language: "en" },
    ...{ allow_late_fees: true, allow_late_notifications: true, allow_email_include_pdf: false },
    ...{ pref_email: true, pref_gmail: false, notified: false },
  });
}

function refuseNameless(fields: ClientFields): void {
  if (NAME_FIELDS.some((name) => fields[name] !== "")) return;
  const message = "At least one of fname, lname, email, organization is required.";
  throw invalidField("client", "organization", 7012, message);
}

export function findClient(world: FreshBooksWorld, actor: Actor, id: number): ClientRecord {
  const client = world.clients.get(id);
  if (client?.accountId === actor.accountId) return client;
  throw unknownRecord("client", "userid", id);
}

export function createClient(world: FreshBooksWorld, actor: Actor, input: ClientInput): ClientRecord {
  refuseReadOnly("client", input, READ_ONLY);
  const fields = parseFields(clientFieldsSchema, "client", { ...emptyFields(actor), ...input });
  refuseNameless(fields);
  const nowMs = world.clock.nowMs();
  const client: ClientRecord = {
    id: world.ids.client.take(),
    uuid: world.random.uuid(),
    accountId: actor.accountId,
    username: world.random.alphanumeric(12).toLowerCase(),
    signupMs: nowMs,
    fields,
    visState: 0,
    updatedMs: nowMs,
  };
  world.clients.set(client.id, client);
  announce(world, actor, "client.create", client.id);
  return client;
}

function setVisState(world: FreshBooksWorld, actor: Actor, client: ClientRecord, visState: VisState): void {
  client.visState = visState;
  client.updatedMs = world.clock.nowMs();
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
  refuseReadOnly("client", input, READ_ONLY);
  const fields = parseFields(clientFieldsSchema, "client", { ...client.fields, ...input });
  refuseNameless(fields);
  client.fields = fields;
  client.updatedMs = world.clock.nowMs();
  announce(world, actor, "client.update", client.id);
}
