import { z } from "zod";
import type { SourceClient, SourceInvoice } from "../domain/source";

const visibility = z.enum(["active", "deleted", "archived"]);
const money = z.object({ amount: z.string(), currency: z.string() });

const invoiceSchema = z.object({
  id: z.string(),
  number: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  currency: z.string(),
  amount: money,
  outstanding: money,
  paid: money,
  createDate: z.string(),
  dueDate: z.string().nullable(),
  datePaid: z.string().nullable(),
  description: z.string(),
  poNumber: z.string(),
  axes: z.object({
    status: z.number(),
    displayStatus: z.string(),
    paymentStatus: z.string(),
    v3Status: z.string(),
    depositStatus: z.string(),
    autobillStatus: z.string(),
    disputeStatus: z.string(),
    visibility,
  }),
  version: z.string(),
}) satisfies z.ZodType<SourceInvoice>;

const clientSchema = z.object({
  id: z.string(),
  organization: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  businessPhone: z.string(),
  mobilePhone: z.string(),
  vatNumber: z.string(),
  note: z.string(),
  language: z.string(),
  currency: z.string(),
  address: z.object({
    street: z.string(),
    street2: z.string(),
    city: z.string(),
    province: z.string(),
    country: z.string(),
    code: z.string(),
  }),
  visibility,
  version: z.string(),
}) satisfies z.ZodType<SourceClient>;

/** The invoice as last read; null when it was never read, or was kept by a version whose shape we no longer know. */
export function parseInvoiceSnapshot(snapshot: unknown): SourceInvoice | null {
  return invoiceSchema.safeParse(snapshot).data ?? null;
}

/** The client as last read; null as for invoices. */
export function parseClientSnapshot(snapshot: unknown): SourceClient | null {
  return clientSchema.safeParse(snapshot).data ?? null;
}
