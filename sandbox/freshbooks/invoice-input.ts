import { z } from "zod";

import { AccountingError, invalidField } from "./errors";
import { parseFields } from "./fields";
import { lineSchema } from "./inputs";
import type { InvoiceLine, InvoiceProgress } from "./records";
import type { FreshBooksWorld } from "./world";

/** Fields of an invoice as they come from outside, in the API's own names. */
export type InvoiceInput = Readonly<Record<string, unknown>>;

/** Computed fields of an invoice, which nobody may write (facts §5.3). */
export const READ_ONLY_FIELDS = [
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

const PROGRESS_OF_STATUS: readonly InvoiceProgress[] = ["disputed", "draft", "sent", "viewed"];

/** A written `status`: a number from 0 to 3, never a text (errno 1015). */
export function readStatus(input: InvoiceInput): InvoiceProgress | undefined {
  const value = input["status"];
  if (value === undefined) return undefined;
  if (typeof value !== "number") throw invalidField("invoice", "status", 1015, "status must be a number.");
  const progress = PROGRESS_OF_STATUS[value];
  if (progress === undefined)
    throw invalidField("invoice", "status", 1004, "status must be between 0 and 3.");
  return progress;
}

/** Written lines, numbered; `undefined` when the body has none. */
export function readLines(world: FreshBooksWorld, input: InvoiceInput): InvoiceLine[] | undefined {
  if (input["lines"] === undefined) return undefined;
  const { lines } = parseFields(z.object({ lines: z.array(lineSchema) }), "invoice", input);
  return lines.map((line) => ({ ...line, lineid: world.ids.line.take() }));
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
