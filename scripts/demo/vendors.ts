import { z } from "zod";

const money = z.object({ amount: z.string(), code: z.string() });

const invoiceSchema = z.looseObject({
  id: z.number(),
  invoice_number: z.string(),
  customerid: z.number(),
  amount: money,
  outstanding: money,
  due_date: z.string(),
  v3_status: z.string(),
});
export type DemoInvoice = z.output<typeof invoiceSchema>;

const clientSchema = z.looseObject({ id: z.number(), organization: z.string() });

const freshbooksState = z.looseObject({
  invoices: z.array(invoiceSchema),
  callbacks: z.array(z.looseObject({ callbackid: z.number(), event: z.string(), uri: z.string() })),
});

const dealSchema = z.looseObject({
  id: z.number(),
  title: z.string(),
  value: z.number(),
  currency: z.string(),
  org_id: z.number().nullable(),
  stage_id: z.number(),
  status: z.string(),
  expected_close_date: z.string().nullable(),
  is_deleted: z.boolean(),
  custom_fields: z.record(z.string(), z.unknown()),
});
export type DemoDeal = z.output<typeof dealSchema>;

const fieldSchema = z.looseObject({
  field_code: z.string(),
  field_name: z.string(),
  options: z.array(z.looseObject({ id: z.union([z.number(), z.string()]), label: z.string() })).nullable(),
});

const pipedriveState = z.looseObject({
  organizations: z.array(z.looseObject({ id: z.number(), name: z.string(), is_deleted: z.boolean() })),
  deals: z.array(dealSchema),
  stages: z.array(z.looseObject({ id: z.number(), name: z.string() })),
  dealFields: z.array(fieldSchema),
});
export type PipedriveState = z.output<typeof pipedriveState>;

async function call(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...init, headers: { "content-type": "application/json" } });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${init.method ?? "GET"} ${url} answered ${String(response.status)}: ${text}`);
  return JSON.parse(text);
}

const post = (url: string, body: object = {}) => call(url, { method: "POST", body: JSON.stringify(body) });

/** Whose books and whose pipeline: a FreshBooks account and a Pipedrive company. */
type VendorSide = { accountId: string; companyId: number };

/**
 * What the demo does at the two sandboxes as their user, and what it sees there; in the books and the company that the
 * sandboxes begin with, unless told otherwise.
 */
export function demoVendors(freshbooksUrl: string, pipedriveUrl: string, side?: VendorSide) {
  const inBooks = side === undefined ? "" : `?account=${side.accountId}`;
  const inCompany = side === undefined ? "" : `?company=${String(side.companyId)}`;
  const ledger = (path: string) => `${freshbooksUrl}/_control/${path}${inBooks}`;
  const pipeline = (path: string) => `${pipedriveUrl}/_control/${path}${inCompany}`;
  const act = (id: number, verb: string, body: object = {}) =>
    post(ledger(`invoices/${String(id)}/${verb}`), body);
  return {
    async createClient(input: object) {
      return z.object({ client: clientSchema }).parse(await post(ledger("clients"), input)).client;
    },
    async createInvoice(input: object) {
      return z.object({ invoice: invoiceSchema }).parse(await post(ledger("invoices"), input)).invoice;
    },
    markAsSent: (id: number) => act(id, "mark-as-sent"),
    view: (id: number) => act(id, "view"),
    letFallDue: (id: number) => act(id, "let-fall-due"),
    pay: (id: number, amount: string) => act(id, "payments", { amount }),
    doubleNextDelivery: () => post(ledger("delivery"), { duplicateNext: 1 }),
    spoilNextPipedriveCall: (fault: object) => post(pipeline("faults"), fault),
    ledger: async () => freshbooksState.parse(await call(ledger("state"))),
    pipeline: async () => pipedriveState.parse(await call(pipeline("state"))),
  };
}

export type DemoVendors = ReturnType<typeof demoVendors>;
