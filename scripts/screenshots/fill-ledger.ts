import { until } from "../demo/watch";
import type { AppApi } from "../demo/app-api";
import type { DemoVendors } from "../demo/vendors";

type Act = (vendors: DemoVendors, id: number) => Promise<unknown>;
type Sale = { amount: string; currency_code: string; acts: readonly Act[] };

const send: Act = (vendors, id) => vendors.markAsSent(id);
const view: Act = (vendors, id) => vendors.view(id);
const fallDue: Act = (vendors, id) => vendors.letFallDue(id);
const pay =
  (amount: string): Act =>
  (vendors, id) =>
    vendors.pay(id, amount);

/** A small firm's books: clients, and what became of each invoice. */
const books: Readonly<Record<string, readonly Sale[]>> = {
  "Brightwater Dental": [
    { amount: "2400.00", currency_code: "USD", acts: [send, pay("2400.00")] },
    { amount: "860.00", currency_code: "USD", acts: [send, view] },
  ],
  "Casa Lumbre S.L.": [
    { amount: "5120.50", currency_code: "EUR", acts: [send, pay("2000.00")] },
    { amount: "990.00", currency_code: "EUR", acts: [send, fallDue] },
  ],
  "Ødegård & Sønner": [
    { amount: "3300.00", currency_code: "EUR", acts: [send] },
    { amount: "740.00", currency_code: "EUR", acts: [] },
  ],
  "Pinewood Cycles": [
    { amount: "1875.25", currency_code: "USD", acts: [send, pay("1875.25")] },
    { amount: "420.00", currency_code: "USD", acts: [send, fallDue] },
    { amount: "6600.00", currency_code: "USD", acts: [] },
  ],
};

async function keepBooks(vendors: DemoVendors): Promise<number> {
  let count = 0;
  for (const [organization, sales] of Object.entries(books)) {
    const { id: customerid } = await vendors.createClient({ organization, p_city: "Springfield" });
    for (const { acts, ...sale } of sales) {
      const { id } = await vendors.createInvoice({ customerid, ...sale });
      for (const act of acts) await act(vendors, id);
      count += 1;
    }
  }
  return count;
}

/** Fills the ledger beside what the demo's walk left there, and waits until Pipedrive shows all of it. */
export async function fillLedger(api: AppApi, vendors: DemoVendors, workspace: string): Promise<void> {
  const { invoices: before } = await api.overview.get.query({ workspace });
  const made = await keepBooks(vendors);
  const whenInStep = (states: readonly string[]) =>
    until("everything in step", async () => {
      const { counts, invoices, moneyByState } = await api.overview.get.query({ workspace });
      const isQuiet = invoices === before + made && counts.waiting === 0 && counts.failing === 0;
      const isShown = states.every((state) => moneyByState.some((row) => row.state === state));
      return isQuiet && isShown ? true : undefined;
    });
  await whenInStep([]);
  // What FreshBooks tells nobody of is found by asking.
  await api.sync.checkNow.mutate({ workspace });
  await whenInStep(["viewed", "overdue"]);
}
