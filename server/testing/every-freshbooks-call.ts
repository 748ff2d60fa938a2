import type { FreshbooksClient } from "../vendors/freshbooks/client";

/** What stands in the books that are read, and where callbacks go. */
export type Books = {
  clientId: string;
  invoiceId: string;
  paymentId: string;
  creditNoteId: string;
  hookUrl: string;
  /** The verifier that came to `hookUrl` for a callback. */
  verifierFor: (callbackId: string) => Promise<string>;
};

type Call = (client: FreshbooksClient, books: Books) => Promise<unknown>;

/** The methods that go to FreshBooks. */
type Calling = {
  [Method in keyof FreshbooksClient]: FreshbooksClient[Method] extends (...input: never[]) => Promise<unknown>
    ? Method
    : never;
}[keyof FreshbooksClient];

/**
 * Every method of the product's FreshBooks client, called in each way that gives another request: what a contract test
 * listens to. A new method without its calls here does not compile.
 */
export const everyFreshbooksCall: Readonly<Record<Calling, Call>> = {
  getInvoice: (client, { invoiceId }) => client.getInvoice(invoiceId),
  getClient: (client, { clientId }) => client.getClient(clientId),
  getPayment: (client, { paymentId }) => client.getPayment(paymentId),
  getCreditNote: (client, { creditNoteId }) => client.getCreditNote(creditNoteId),
  listInvoices: async (client, { clientId }) => [
    await client.listInvoices({ page: 1, updatedMin: "2026-01-01", clientId }),
    await client.listInvoices({ page: 1, perPage: 5, v3Status: "overdue" }),
  ],
  listClients: (client) => client.listClients({ page: 1, updatedMin: "2026-01-01" }),
  listCallbacks: (client) => client.listCallbacks(),
  createCallback: (client, { hookUrl }) => client.createCallback({ event: "invoice", uri: hookUrl }),
  verifyCallback: async (client, { hookUrl, verifierFor }) => {
    const { id } = await client.createCallback({ event: "payment", uri: hookUrl });
    return client.verifyCallback(id, await verifierFor(id));
  },
  resendCallback: async (client, { hookUrl }) => {
    const { id } = await client.createCallback({ event: "client", uri: hookUrl });
    return client.resendCallback(id);
  },
  deleteCallback: async (client, { hookUrl }) => {
    const { id } = await client.createCallback({ event: "credit_note", uri: hookUrl });
    return client.deleteCallback(id);
  },
};
