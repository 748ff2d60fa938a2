import { z } from "zod";

import { AccountingError, invalidField } from "./errors";
import { parseFields, refuseReadOnly } from "./fields";
import { decimalSchema, lineSchema } from "./inputs";
import type { InvoiceFate, InvoiceLine, InvoiceProgress } from "./records";
import type { FreshBooksWorld } from "./world";

/** Fields of an invoice as they come from outside, in the API's own names. */
export type InvoiceInput = Readonly<Record<string, unknown>>;

/** Computed fields of an invoice, which nobody may write (facts §5.3). */
const READ_ONLY_FIELDS = [
  "id",
  "invoiceid",
  "amount",
  "outstanding",
  "paid",
  "net_paid_amount",
  "discount_total",
  "due_date",
  "date_paid",
  "payment_status",
  "v3_status",
  "updated",
  "created_at",
  "version",
  "uuid",
  "accountid",
  "current_organization",
  "accounting_systemid",
];

/** Refuses a body with a computed field, or lets it pass with that field ignored; `due_date` is always refused. */
export function refuseComputed(world: FreshBooksWorld, input: InvoiceInput): void {
  const isRefused = world.switches.readOnlyFields === "refused";
  refuseReadOnly("invoice", input, isRefused ? READ_ONLY_FIELDS : ["due_date"]);
}

/** Nothing has befallen it yet. */
export const NO_FATE: InvoiceFate = {
  dispute: null,
  autoBill: null,
  isAutoBilled: false,
  isDeclined: false,
  isPending: false,
  deposit: null,
  isDepositConverted: false,
};

/** What a written `status` changes. */
interface WrittenStatus {
  readonly progress?: InvoiceProgress;
  readonly fate: Partial<InvoiceFate>;
}

const STATUS_OF_NUMBER: readonly WrittenStatus[] = [
  { fate: { dispute: "disputed" } },
  { progress: "draft", fate: { dispute: null } },
  { progress: "sent", fate: { dispute: null } },
  { progress: "viewed", fate: { dispute: null } },
];

/** A written `status`: a number from 0 to 3, never a text (errno 1015). */
export function readStatus(input: InvoiceInput): WrittenStatus | undefined {
  const value = input["status"];
  if (value === undefined) return undefined;
  if (typeof value !== "number") throw invalidField("invoice", "status", 1015, "status must be a number.");
  const status = STATUS_OF_NUMBER[value];
  if (status === undefined) throw invalidField("invoice", "status", 1004, "status must be between 0 and 3.");
  return status;
}

const creationSchema = z.object({
  auto_bill: z.boolean().optional(),
  deposit_amount: z.object({ amount: decimalSchema }).nullable().optional(),
});

/** What can be said of an invoice only when it is made (facts §5.3). */
export function readCreation(input: InvoiceInput): Partial<InvoiceFate> {
  const { auto_bill, deposit_amount } = parseFields(creationSchema, "invoice", input);
  return { isAutoBilled: auto_bill ?? false, deposit: deposit_amount?.amount ?? null };
}

/** Written lines, numbered; `undefined` when the body has none. */
export function readLines(
  world: FreshBooksWorld,
  object: string,
  input: InvoiceInput,
): InvoiceLine[] | undefined {
  if (input["lines"] === undefined) return undefined;
  const { lines } = parseFields(z.object({ lines: z.array(lineSchema) }), object, input);
  return lines.map((line) => ({ ...line, lineid: world.lineIds.take() }));
}

export type InvoiceAction = "email" | "mark_as_sent";

/** The phase `action_*` of a write, if the body has it (facts §5.3). */
export function readAction(input: InvoiceInput): InvoiceAction | undefined {
  if (input["action_email"] === true) {
    const recipients = z.array(z.string()).min(1).safeParse(input["email_recipients"]);
    if (recipients.success) return "email";
    const item = { errno: 1001, field: "email_recipients", message: "email_recipients is required." };
    throw new AccountingError(422, [{ ...item, object: "invoice", value: "" }]);
  }
  return input["action_mark_as_sent"] === true ? "mark_as_sent" : undefined;
}
