import type { AppApi } from "./app-api";
import { forgeCallback, loseAnswerOnce, refuseOnce } from "./mistakes";
import { dealsOf, describe } from "./pipeline-view";
import type { DealView } from "./pipeline-view";
import { amber, fact, green, heading, hop } from "./show";
import type { DemoInvoice, DemoVendors } from "./vendors";
import { showHops, until } from "./watch";

type Scene = { api: AppApi; vendors: DemoVendors; workspace: string };
type Step = {
  title: string;
  act: () => Promise<unknown>;
  /** True once Pipedrive shows it. */
  isSeen: (deal: DealView) => boolean;
  /** FreshBooks sends no callback for it; the sweep is asked to look now rather than in ten minutes. */
  isSilent?: boolean;
  /** Checked after the step; throws when the mistake was not handled. */
  after?: () => Promise<void>;
};

/** What the walk leaves behind, for the final check. */
export type Walked = { invoice: DemoInvoice; clientName: string; forgedStatus: number };

async function recordId(
  scene: Scene,
  kind: "client" | "invoice",
  search: string,
): Promise<string | undefined> {
  const { rows } = await scene.api.records.list.query({
    workspace: scene.workspace,
    kind,
    search,
    limit: 20,
  });
  return rows.find((row) => row.freshbooksId === search)?.id;
}

async function settled(scene: Scene, id: string, since: Date) {
  return until("the attempt's end", async () => {
    const detail = await scene.api.records.get.query({ workspace: scene.workspace, recordId: id });
    const isOpen = detail.events.some(({ status }) => status === "received" || status === "handed");
    const isNew = detail.events.some(({ receivedAt }) => receivedAt >= since);
    return isNew && !isOpen && detail.record.health === "in_step" ? detail : undefined;
  });
}

async function attemptCount(scene: Scene, id: string | undefined): Promise<number> {
  if (id === undefined) return 0;
  const { attempts } = await scene.api.records.get.query({ workspace: scene.workspace, recordId: id });
  return attempts.length;
}

async function walkClient(scene: Scene, clientName: string): Promise<number> {
  heading("2 · A client becomes an organization");
  await scene.vendors.spoilNextPipedriveCall(refuseOnce("POST", "/api/v2/organizations"));
  const since = new Date();
  const began = performance.now();
  const client = await scene.vendors.createClient({
    organization: clientName,
    email: "billing@acme.example",
    currency_code: "EUR",
    p_street: "Hauptstr. 5",
    p_city: "Berlin",
    p_code: "10115",
    p_country: "Germany",
  });
  hop(0, `FreshBooks: client “${clientName}” created`);
  const organization = await until("the organization", async () => {
    const { organizations } = await scene.vendors.pipeline();
    return organizations.find(({ name, is_deleted }) => name === clientName && !is_deleted);
  });
  const seenMs = performance.now() - began;
  const id = await until("the client's record", () => recordId(scene, "client", String(client.id)));
  showHops(await settled(scene, id, since), since, 0);
  hop(seenMs, `${green("Pipedrive has it")}: organization ${String(organization.id)} “${organization.name}”`);
  fact(amber("mistake on the way: Pipedrive answered 429; the run gave its worker back and came again"));
  return client.id;
}

async function walkStep(scene: Scene, invoiceId: number, step: Step): Promise<void> {
  heading(step.title);
  const known = await recordId(scene, "invoice", String(invoiceId));
  const seen = await attemptCount(scene, known);
  const since = new Date();
  const began = performance.now();
  await step.act();
  if (step.isSilent === true) {
    fact("FreshBooks sends no callback for this: the sweep looks (asked now; else within ten minutes)");
    await scene.api.sync.checkNow.mutate({ workspace: scene.workspace });
  }
  const deal = await until("the change in Pipedrive", async () => {
    const [found] = dealsOf(await scene.vendors.pipeline(), invoiceId);
    return found && step.isSeen(found) ? found : undefined;
  });
  const seenMs = performance.now() - began;
  const id = await until("the invoice's record", () => recordId(scene, "invoice", String(invoiceId)));
  showHops(await settled(scene, id, since), since, seen);
  hop(seenMs, `${green("Pipedrive has it")}: ${describe(deal)}`);
  await step.after?.();
}

function steps(scene: Scene, invoice: DemoInvoice, note: (status: number) => void): readonly Step[] {
  const { vendors } = scene;
  const { id } = invoice;
  return [
    {
      title: "4 · Sent (and its callback is delivered twice)",
      act: async () => {
        await vendors.doubleNextDelivery();
        await vendors.markAsSent(id);
      },
      isSeen: (deal) => deal.invoiceState === "Sent" && deal.stage === "Sent",
      after: async () => {
        fact(amber("mistake on the way: the callback came twice; both are kept, one write was made"));
        note(await forgeCallback(vendors, id));
      },
    },
    {
      title: "5 · Viewed by the customer",
      act: () => vendors.view(id),
      isSeen: (deal) => deal.invoiceState === "Viewed" && deal.stage === "Viewed",
      isSilent: true,
    },
    {
      title: "6 · Partly paid: 500.00 EUR",
      act: () => vendors.pay(id, "500.00"),
      isSeen: (deal) => deal.invoiceState === "Partly paid" && deal.outstanding === "1,000.00 EUR",
    },
    {
      title: "7 · The due date passes",
      act: () => vendors.letFallDue(id),
      isSeen: (deal) => deal.stage === "Overdue",
      isSilent: true,
    },
    {
      title: "8 · Paid in full: the other 1,000.00 EUR",
      act: () => vendors.pay(id, "1000.00"),
      isSeen: (deal) => deal.invoiceState === "Paid" && deal.status === "won",
    },
  ];
}

async function walkInvoice(scene: Scene, customerid: number): Promise<DemoInvoice> {
  heading("3 · An invoice becomes a deal");
  await scene.vendors.spoilNextPipedriveCall(loseAnswerOnce("POST", "/api/v2/deals"));
  const since = new Date();
  const began = performance.now();
  const invoice = await scene.vendors.createInvoice({ customerid, amount: "1500.00", currency_code: "EUR" });
  hop(0, `FreshBooks: invoice ${invoice.invoice_number} over 1,500.00 EUR created, due ${invoice.due_date}`);
  const deal = await until("the deal", async () => dealsOf(await scene.vendors.pipeline(), invoice.id)[0]);
  const seenMs = performance.now() - began;
  const id = await until("the invoice's record", () => recordId(scene, "invoice", String(invoice.id)));
  showHops(await settled(scene, id, since), since, 0);
  hop(seenMs, `${green("Pipedrive has it")}: ${describe(deal)}`);
  fact(
    amber("mistake on the way: Pipedrive made the deal and answered 500; it was found again, not made twice"),
  );
  return invoice;
}

/** Walks one client and one invoice through their whole life, with mistakes on the way, each hop printed. */
export async function walk(scene: Scene): Promise<Walked> {
  const clientName = "Acme GmbH";
  const customerid = await walkClient(scene, clientName);
  const invoice = await walkInvoice(scene, customerid);
  let forgedStatus = 0;
  const note = (status: number) => {
    forgedStatus = status;
  };
  for (const step of steps(scene, invoice, note)) {
    await walkStep(scene, invoice.id, step);
  }
  return { invoice, clientName, forgedStatus };
}
