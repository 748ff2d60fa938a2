/**
 * FreshBooks objects as the product sees them: parsed, with dates as `YYYY-MM-DD` text and money as decimal text.
 * Made by `vendors/freshbooks/to-domain`; shapes after facts/freshbooks §4–§6.
 */

/** A sum in one currency: `amount` is plain decimal text such as `"-1500.00"`, `currency` an ISO 4217 code. */
export type Money = { amount: string; currency: string };

/** `vis_state`: 0, 1 and 2 at FreshBooks. */
type Visibility = "active" | "deleted" | "archived";

export type SourceAddress = {
  street: string;
  street2: string;
  city: string;
  province: string;
  country: string;
  code: string;
};

/** A FreshBooks client. Text fields are `""` when empty, never null. */
export type SourceClient = {
  id: string;
  organization: string;
  firstName: string;
  lastName: string;
  email: string;
  businessPhone: string;
  mobilePhone: string;
  vatNumber: string;
  note: string;
  language: string;
  currency: string;
  address: SourceAddress;
  visibility: Visibility;
  /** `updated`, Eastern time, as sent; compared for equality only (facts §4). */
  version: string;
};

/** The status axes of an invoice exactly as FreshBooks sent them; unknown values stay text. */
export type InvoiceAxes = {
  status: number;
  displayStatus: string;
  paymentStatus: string;
  v3Status: string;
  depositStatus: string;
  autobillStatus: string;
  disputeStatus: string;
  visibility: Visibility;
};

export type SourceInvoice = {
  id: string;
  number: string;
  clientId: string;
  /** Name on the invoice now: `current_organization`, else `organization`, else the person. */
  clientName: string;
  currency: string;
  amount: Money;
  outstanding: Money;
  paid: Money;
  createDate: string;
  dueDate: string | null;
  datePaid: string | null;
  description: string;
  poNumber: string;
  axes: InvoiceAxes;
  /** `version`, compared for equality only (facts §5.3). */
  version: string;
};

export type SourcePayment = {
  id: string;
  invoiceId: string;
  clientId: string;
  amount: Money;
  date: string;
  visibility: Visibility;
};

export type SourceCreditNote = { id: string; clientId: string; visibility: Visibility };
