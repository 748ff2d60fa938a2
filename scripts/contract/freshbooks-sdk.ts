import { Client } from "@freshbooks/api";

import type { Receiver } from "./receiver";

/** The account of the stand-in's owner. */
export const ACCOUNT = "aB3dE9";

/** The official SDK with a grant, and where its callbacks go. */
export interface FreshbooksStand {
  readonly sdk: Client;
  readonly receiver: Receiver;
}

/** The SDK at an API's root: it tries each call once, or as often as it does by itself. */
export function freshbooksSdk(
  url: string,
  redirectUri: string,
  tries: "once" | "by itself" = "once",
): Client {
  return new Client("sandbox-freshbooks", {
    clientSecret: "sandbox-freshbooks-secret",
    redirectUri,
    apiUrl: url,
    ...(tries === "once" && { retryOptions: { retries: 0 } }),
  });
}

/** A new client's id. */
export async function newClient({ sdk }: FreshbooksStand, organization = "Acme GmbH"): Promise<string> {
  const made = await sdk.clients.create({ organization, email: "sdk@acme.example" }, ACCOUNT);
  return String(made.data?.id);
}

/** A new draft invoice over 21.10 USD: its id. */
export async function newInvoice(stand: FreshbooksStand): Promise<string> {
  const invoice = {
    customerId: Number(await newClient(stand)),
    createDate: new Date("2026-11-02T12:00:00Z"),
    dueOffsetDays: 3650,
    currencyCode: "USD",
    lines: [{ name: "Work", qty: 2, unitCost: { amount: "10.55", code: "USD" } }],
  };
  const made = await stand.sdk.invoices.create(invoice, ACCOUNT);
  return String(made.data?.id);
}

/** A payment of an invoice in full: its id. */
export async function newPayment(stand: FreshbooksStand, invoiceId: string): Promise<string> {
  const made = await stand.sdk.payments.create(ACCOUNT, {
    invoiceId,
    amount: { amount: "21.10", code: "USD" },
    date: new Date("2026-11-10T12:00:00Z"),
  });
  return String(made.data?.id);
}

/** A new credit note over 5 USD: its id. */
export async function newCreditNote(stand: FreshbooksStand): Promise<string> {
  const made = await stand.sdk.creditNotes.create(
    {
      clientId: await newClient(stand),
      createDate: new Date("2026-11-02T12:00:00Z"),
      currencyCode: "USD",
      lines: [{ name: "Goodwill", qty: 1, unitCost: { amount: "5.00", code: "USD" } }],
    },
    ACCOUNT,
  );
  return String(made.data?.creditId);
}

/** A new callback, not yet verified: its id. */
export async function newCallback({ sdk, receiver }: FreshbooksStand): Promise<string> {
  const made = await sdk.callbacks.create({ event: "invoice.create", uri: `${receiver.url}/hook` }, ACCOUNT);
  return String(made.data?.callbackId);
}
