import "server-only";
import { z } from "zod";
import type { SourceClient, SourceCreditNote, SourceInvoice, SourcePayment } from "../../domain/source";
import { VendorError } from "../http/vendor-error";
import { callFreshbooks } from "./call";
import type { FreshbooksCallDeps } from "./call";
import { createCallbackCalls } from "./callbacks";
import { listClients, listInvoices } from "./lists";
import type { ListClientsInput, ListInvoicesInput } from "./lists";
import { parseResult } from "./parse-answer";
import { idSegment } from "./path";
import { clientSchema, creditNoteSchema, invoiceSchema, paymentSchema } from "./schemas";
import { toClient, toCreditNote, toInvoice, toPayment } from "./to-domain";

export type FreshbooksClientOptions = FreshbooksCallDeps & {
  /** `account_id` of the business, such as `aB3dE9` (facts §2). */
  accountId: string;
};

export type FreshbooksClient = ReturnType<typeof createFreshbooksClient>;

/** 1011 deleted, 1012 unknown: the object is not there. Any other 404 is a wrong address and stays an error. */
const absentCodes: ReadonlySet<string> = new Set(["1011", "1012"]);

function isAbsent(error: unknown): boolean {
  if (!(error instanceof VendorError) || error.code === undefined) return false;
  return (error.kind === "not_found" || error.kind === "gone") && absentCodes.has(error.code);
}

const creditNoteAnswer = z.union([
  z.object({ credit_note: creditNoteSchema }).transform((body) => body.credit_note),
  z.object({ credit_notes: creditNoteSchema }).transform((body) => body.credit_notes),
  z.object({ credit_notes: z.array(creditNoteSchema).length(1) }).transform((body) => body.credit_notes[0]),
]);

/**
 * The reading side of one FreshBooks account, and its callbacks; nothing else at FreshBooks is ever written. Every
 * method throws `VendorError`; `null` means that FreshBooks says the object does not exist. A deleted object is still
 * answered, with `visibility: "deleted"` (facts §7).
 */
export function createFreshbooksClient(options: FreshbooksClientOptions) {
  const { accountId, ...deps } = options;
  const accountPath = `/accounting/account/${encodeURIComponent(accountId)}`;

  async function getOne<Schema extends z.ZodType>(
    operation: string,
    path: string,
    id: string,
    schema: Schema,
    about?: string,
  ): Promise<z.output<Schema> | null> {
    const address = `${accountPath}/${path}/${idSegment(operation, id)}`;
    try {
      return parseResult(
        operation,
        schema,
        await callFreshbooks(deps, { operation, method: "GET", path: address, ...(about && { about }) }),
      );
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }

  return {
    async getInvoice(id: string): Promise<SourceInvoice | null> {
      const schema = z.object({ invoice: invoiceSchema });
      // A deal is marked deleted on this word: nothing but the invoice's own absence may count as it.
      const found = await getOne("getInvoice", "invoices/invoices", id, schema, "invoice");
      return found && toInvoice(found.invoice);
    },
    async getClient(id: string): Promise<SourceClient | null> {
      const found = await getOne("getClient", "users/clients", id, z.object({ client: clientSchema }));
      return found && toClient(found.client);
    },
    async getPayment(id: string): Promise<SourcePayment | null> {
      const found = await getOne("getPayment", "payments/payments", id, z.object({ payment: paymentSchema }));
      return found && toPayment(found.payment);
    },
    async getCreditNote(id: string): Promise<SourceCreditNote | null> {
      const found = await getOne("getCreditNote", "credit_notes/credit_notes", id, creditNoteAnswer);
      return found ? toCreditNote(found, id) : null;
    },
    listInvoices: (input: ListInvoicesInput) => listInvoices(deps, accountPath, input),
    listClients: (input: ListClientsInput) => listClients(deps, accountPath, input),
    ...createCallbackCalls(deps, accountId),
  };
}
