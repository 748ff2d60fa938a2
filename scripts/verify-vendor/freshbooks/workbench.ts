import { numberAt } from "../probe/json-at";
import { ProbeError } from "../probe/probe-error";
import { describe, expectOk } from "../probe/reply";
import type { Reply } from "../probe/reply";
import { accounting } from "./probe";
import type { FreshbooksProbe } from "./probe";

/** Stands in every name we give, so that nobody mistakes our objects for theirs. */
export const OUR_NAME = "ml-connector verify";

type Noun = "client" | "invoice" | "payment";

const PATHS = {
  client: "users/clients",
  invoice: "invoices/invoices",
  payment: "payments/payments",
} as const;

function addressOf(probe: FreshbooksProbe, noun: Noun, id: number, accountId?: string): string {
  return `${accounting(accountId ?? probe.credentials.accountId, PATHS[noun])}/${id}`;
}

async function remove(probe: FreshbooksProbe, noun: Noun, id: number, accountId?: string): Promise<void> {
  const cargo = { json: { [noun]: { vis_state: 1 } }, isCleanUp: true };
  const reply = await probe.api.call("PUT", addressOf(probe, noun, id, accountId), cargo);
  expectOk(reply, `Deleting ${noun} ${id}`);
}

async function make(
  probe: FreshbooksProbe,
  noun: Noun,
  fields: Readonly<Record<string, unknown>>,
  accountId?: string,
): Promise<number> {
  const path = accounting(accountId ?? probe.credentials.accountId, PATHS[noun]);
  const json = { [noun]: fields };
  const reply = await probe.cleanUp.make(`a ${noun} of ${OUR_NAME}`, () =>
    probe.api.call("POST", path, { json }),
  );
  const id = numberAt(expectOk(reply, `Making a ${noun}`).json, `response.result.${noun}.id`);
  if (id === undefined) throw new ProbeError(`${describe(reply)} without the id of what it made.`);
  probe.cleanUp.owe(`${noun} ${id}`, () => remove(probe, noun, id, accountId));
  return id;
}

/** A client of our own; its id. */
export function makeClient(probe: FreshbooksProbe, accountId?: string): Promise<number> {
  const stamp = new Date(probe.context.time.nowMs()).toISOString();
  return make(probe, "client", { organization: `${OUR_NAME} ${stamp}` }, accountId);
}

/** What may be chosen of an invoice; otherwise it is a draft of 100.00 over nothing in particular. */
export interface InvoiceWish {
  readonly clientId?: number;
  /** `YYYY-MM-DD`; today in the business's zone unless told. */
  readonly createDate?: string;
  readonly dueOffsetDays?: number;
  readonly currency?: string;
  readonly amount?: string;
  readonly isSent?: boolean;
  /** Decimal text of the deposit asked for. */
  readonly deposit?: string;
}

/** `YYYY-MM-DD` at an instant in a time zone. */
export function dateIn(timeZone: string, atMs: number): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(atMs);
}

/** The date so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** An invoice of our own, for a client of our own unless one is named; its id. */
export async function makeInvoice(probe: FreshbooksProbe, wish: InvoiceWish = {}): Promise<number> {
  const customerid = wish.clientId ?? (await makeClient(probe));
  const id = await make(probe, "invoice", {
    customerid,
    create_date: wish.createDate ?? dateIn(probe.timeZone, probe.context.time.nowMs()),
    due_offset_days: wish.dueOffsetDays ?? 30,
    ...(wish.currency === undefined ? {} : { currency_code: wish.currency }),
    ...(wish.deposit === undefined ? {} : { deposit_amount: { amount: wish.deposit } }),
    lines: [{ name: OUR_NAME, qty: "1", unit_cost: { amount: wish.amount ?? "100.00" }, type: 0 }],
  });
  if (wish.isSent === true) await write(probe, "invoice", id, { action_mark_as_sent: true });
  return id;
}

/** A payment on an invoice of our own; its id. */
export function pay(probe: FreshbooksProbe, invoiceId: number, amount: string): Promise<number> {
  const date = dateIn(probe.timeZone, probe.context.time.nowMs());
  return make(probe, "payment", { invoiceid: invoiceId, amount: { amount }, date, type: "Cash" });
}

/** Sends an invoice of our own to the address that was given for it. */
export async function mailInvoice(probe: FreshbooksProbe, invoiceId: number): Promise<void> {
  const { mailTo } = probe.credentials;
  if (mailTo === undefined) throw new ProbeError("This question was asked without an address for mail.");
  await write(probe, "invoice", invoiceId, { action_email: true, email_recipients: [mailTo] });
}

/** Changes an object of our own. */
export async function write(
  probe: FreshbooksProbe,
  noun: Noun,
  id: number,
  fields: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const reply = await probe.api.call("PUT", addressOf(probe, noun, id), { json: { [noun]: fields } });
  return expectOk(reply, `Changing ${noun} ${id}`);
}

/** The same without insisting on success. */
export function tryWrite(
  probe: FreshbooksProbe,
  noun: Noun,
  id: number,
  fields: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  return probe.api.call("PUT", addressOf(probe, noun, id), { json: { [noun]: fields } });
}

/** The object as FreshBooks has it now: the reply, and where in its JSON the object stands. */
export async function read(probe: FreshbooksProbe, noun: Noun, id: number): Promise<Reply> {
  return expectOk(await probe.api.get(addressOf(probe, noun, id)), `Reading ${noun} ${id}`);
}
