import { SearchQueryBuilder } from "@freshbooks/api/dist/models/builders/SearchQueryBuilder";

import { ACCOUNT, newCallback, newClient, newCreditNote, newInvoice, newPayment } from "./freshbooks-sdk";
import type { FreshbooksStand } from "./freshbooks-sdk";

/** One operation, as the official SDK makes it. */
export interface FreshbooksSdkStep {
  readonly operation: string;
  /** Makes what the call needs, makes the call, and gives what is looked at. */
  readonly run: (stand: FreshbooksStand) => Promise<unknown>;
  readonly expected: unknown;
}

const CLIENTS = "/accounting/account/{account}/users/clients";
const INVOICES = "/accounting/account/{account}/invoices/invoices";
const PAYMENTS = "/accounting/account/{account}/payments/payments";
const CREDIT_NOTES = "/accounting/account/{account}/credit_notes/credit_notes";
const CALLBACKS = "/events/account/{account}/events/callbacks";

const clientSteps: readonly FreshbooksSdkStep[] = [
  {
    operation: "GET /auth/api/v1/users/me",
    run: async ({ sdk }) => (await sdk.users.me()).data?.businessMemberships?.[0]?.business,
    expected: { accountId: ACCOUNT, name: "Northwind Studio" },
  },
  {
    operation: `POST ${CLIENTS}`,
    run: async ({ sdk }) => (await sdk.clients.create({ organization: "Beta" }, ACCOUNT)).data,
    expected: { organization: "Beta", role: "client", visState: 0 },
  },
  {
    operation: `GET ${CLIENTS}/{id}`,
    run: async (stand) => (await stand.sdk.clients.single(ACCOUNT, await newClient(stand))).data,
    expected: { organization: "Acme GmbH", email: "sdk@acme.example", visState: 0 },
  },
  {
    operation: `GET ${CLIENTS}`,
    run: async (stand) => {
      const search = new SearchQueryBuilder().equals("userid", Number(await newClient(stand, "Listed")));
      const { data } = await stand.sdk.clients.list(ACCOUNT, [search]);
      return { names: data?.clients.map(({ organization }) => organization), pages: data?.pages };
    },
    expected: { names: ["Listed"], pages: { total: 1, size: 15, pages: 1, page: 1 } },
  },
  {
    operation: `PUT ${CLIENTS}/{id}`,
    run: async (stand) => {
      const id = await newClient(stand);
      await stand.sdk.clients.update({ note: "changed" }, ACCOUNT, id);
      return (await stand.sdk.clients.delete(ACCOUNT, id)).data;
    },
    expected: { note: "changed", visState: 1 },
  },
];

const invoiceSteps: readonly FreshbooksSdkStep[] = [
  {
    operation: `POST ${INVOICES}`,
    run: async (stand) => (await stand.sdk.invoices.single(ACCOUNT, await newInvoice(stand))).data,
    expected: { v3Status: "draft", displayStatus: "draft", paymentStatus: "unpaid", visState: 0 },
  },
  {
    operation: `PUT ${INVOICES}/{id}`,
    run: async (stand) => {
      const id = await newInvoice(stand);
      await stand.sdk.invoices.update(ACCOUNT, id, { actionMarkAsSent: true });
      return (await stand.sdk.invoices.single(ACCOUNT, id)).data;
    },
    expected: { v3Status: "sent", outstanding: { amount: "21.10", code: "USD" } },
  },
  {
    operation: `GET ${INVOICES}/{id}`,
    run: async (stand) => {
      const id = await newInvoice(stand);
      await stand.sdk.invoices.delete(ACCOUNT, id);
      return (await stand.sdk.invoices.single(ACCOUNT, id)).data;
    },
    expected: { visState: 1, amount: { amount: "21.10", code: "USD" } },
  },
  {
    operation: `GET ${INVOICES}`,
    run: async (stand) => {
      const id = Number(await newInvoice(stand));
      const search = new SearchQueryBuilder().equals("invoiceid", id);
      const { data } = await stand.sdk.invoices.list(ACCOUNT, [search]);
      return data?.invoices.map((invoice) => Number(invoice.id) === id);
    },
    expected: [true],
  },
  {
    operation: `GET ${INVOICES}/{id}/share_link`,
    run: async (stand) => (await stand.sdk.invoices.shareLink(ACCOUNT, await newInvoice(stand))).ok,
    expected: true,
  },
];

const moneySteps: readonly FreshbooksSdkStep[] = [
  {
    operation: `POST ${PAYMENTS}`,
    run: async (stand) => {
      const id = await newInvoice(stand);
      await newPayment(stand, id);
      return (await stand.sdk.invoices.single(ACCOUNT, id)).data;
    },
    expected: { v3Status: "paid", paymentStatus: "paid", outstanding: { amount: "0.00" } },
  },
  {
    operation: `GET ${PAYMENTS}/{id}`,
    run: async (stand) => {
      const id = await newPayment(stand, await newInvoice(stand));
      return (await stand.sdk.payments.single(ACCOUNT, id)).data;
    },
    expected: { type: "Other", visState: 0, amount: { amount: "21.10", code: "USD" } },
  },
  {
    operation: `GET ${PAYMENTS}`,
    run: async (stand) => {
      const id = await newPayment(stand, await newInvoice(stand));
      const { data } = await stand.sdk.payments.list(ACCOUNT);
      return data?.payments.some((payment) => String(payment.id) === id);
    },
    expected: true,
  },
  {
    operation: `PUT ${PAYMENTS}/{id}`,
    run: async (stand) => {
      const id = await newInvoice(stand);
      await stand.sdk.payments.delete(ACCOUNT, await newPayment(stand, id));
      return (await stand.sdk.invoices.single(ACCOUNT, id)).data;
    },
    expected: { paymentStatus: "unpaid", outstanding: { amount: "21.10" } },
  },
  {
    operation: `POST ${CREDIT_NOTES}`,
    run: async (stand) => (await newCreditNote(stand)) !== "undefined",
    expected: true,
  },
  {
    operation: `GET ${CREDIT_NOTES}/{id}`,
    run: async (stand) => (await stand.sdk.creditNotes.single(ACCOUNT, await newCreditNote(stand))).data,
    expected: { amount: { amount: "5.00", code: "USD" }, visState: 0 },
  },
  {
    operation: `GET ${CREDIT_NOTES}`,
    run: async (stand) => {
      const id = await newCreditNote(stand);
      const { data } = await stand.sdk.creditNotes.list(ACCOUNT);
      return data?.creditNotes.some((note) => String(note.creditId) === id);
    },
    expected: true,
  },
];

const callbackSteps: readonly FreshbooksSdkStep[] = [
  {
    operation: `POST ${CALLBACKS}`,
    run: async (stand) => (await stand.sdk.callbacks.single(ACCOUNT, await newCallback(stand))).data,
    expected: { event: "invoice.create", verified: false },
  },
  {
    operation: `PUT ${CALLBACKS}/{id} (verifier)`,
    run: async (stand) => {
      const id = await newCallback(stand);
      const verifier = await stand.receiver.verifierFor(id);
      return (await stand.sdk.callbacks.verify(ACCOUNT, id, verifier)).data;
    },
    expected: { verified: true },
  },
  {
    operation: `PUT ${CALLBACKS}/{id} (resend)`,
    run: async (stand) =>
      (await stand.sdk.callbacks.resendVerification(ACCOUNT, await newCallback(stand))).data,
    expected: { event: "invoice.create" },
  },
  {
    operation: `PUT ${CALLBACKS}/{id}`,
    run: async (stand) => {
      const callback = { event: "invoice", uri: `${stand.receiver.url}/hook` };
      return (await stand.sdk.callbacks.update(callback, ACCOUNT, await newCallback(stand))).data;
    },
    expected: { event: "invoice" },
  },
  {
    operation: `GET ${CALLBACKS}`,
    run: async (stand) => {
      const id = await newCallback(stand);
      const { data } = await stand.sdk.callbacks.list(ACCOUNT);
      return data?.callbacks.some(({ callbackId }) => String(callbackId) === id);
    },
    expected: true,
  },
  {
    operation: `DELETE ${CALLBACKS}/{id}`,
    run: async (stand) => {
      const id = await newCallback(stand);
      await stand.sdk.callbacks.delete(ACCOUNT, id);
      const { data } = await stand.sdk.callbacks.list(ACCOUNT);
      return data?.callbacks.some(({ callbackId }) => String(callbackId) === id);
    },
    expected: false,
  },
];

/** Every operation the product uses, and those by which an owner fills the books, by the official SDK. */
export const freshbooksSdkSteps: readonly FreshbooksSdkStep[] = [
  ...clientSteps,
  ...invoiceSteps,
  ...moneySteps,
  ...callbackSteps,
];
