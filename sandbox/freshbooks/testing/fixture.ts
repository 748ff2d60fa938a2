import type { Sandbox } from "../../start-sandbox";

type Control = Sandbox["freshbooks"]["control"];

interface Wanted {
  readonly notes: string;
  readonly customerid: number;
  readonly create_date: string;
  readonly due_offset_days: number;
  readonly amount: string;
  readonly status: number;
}

function invoice(control: Control, wanted: Wanted): number {
  return Number(control.createInvoice({ ...wanted })["id"]);
}

/** Clients 310001 Alpha, 310002 Beta, 310003 Gamma, and a deleted one. */
function loadClients(control: Control): void {
  control.createClient({ organization: "Alpha", fname: "Ann", lname: "Ode", email: "a@alpha.example" });
  control.createClient({
    organization: "Beta",
    email: "b@beta.example",
    lname: "Beck",
    p_city: "Berlin",
    bus_phone: "+49 555 1",
    currency_code: "EUR",
    contacts: [{ fname: "Bo", email: "bo@beta.example" }],
  });
  control.createClient({ organization: "Gamma", email: "c@gamma.example", note: "gold customer" });
  const gone = control.createClient({ organization: "Deleted", email: "d@deleted.example" });
  control.deleteClient(Number(gone["id"]));
}

function loadInvoices(control: Control): Record<"half" | "paid", number> {
  const base = { due_offset_days: 30, amount: "20.00", status: 2 };
  invoice(control, { ...base, notes: "sent", customerid: 310001, create_date: "2026-11-10" });
  invoice(control, { ...base, notes: "draft", customerid: 310001, create_date: "2026-11-20", status: 1 });
  const paid = invoice(control, { ...base, notes: "paid", customerid: 310003, create_date: "2026-11-05" });
  const inEuro = { ...base, customerid: 310002, currency_code: "EUR" };
  const half = invoice(control, { ...inEuro, notes: "half", create_date: "2026-11-01", amount: "100.00" });
  const late = { create_date: "2026-11-02", due_offset_days: 7, amount: "50.00" };
  invoice(control, { ...inEuro, ...late, notes: "late" });
  const archived = { ...base, notes: "archived", customerid: 310003, create_date: "2026-11-20" };
  control.archiveInvoice(invoice(control, { ...archived, status: 1 }));
  const deleted = { ...base, notes: "deleted", customerid: 310001, create_date: "2026-11-21" };
  control.deleteInvoice(invoice(control, deleted));
  return { half, paid };
}

/** A small set of books in which every filter has something to find and something to leave. */
export function loadFixture(control: Control): void {
  loadClients(control);
  const { half, paid } = loadInvoices(control);
  control.recordPayment(paid, { amount: "15.00", date: "2026-11-11", type: "Cash", note: "in full" });
  control.recordPayment(half, { amount: "20.00", date: "2026-11-12", type: "Check", note: "in part" });
  control.recordPayment(paid, { amount: "5.00", date: "2026-11-13", type: "VISA", note: "by card" });
  const wrong = control.recordPayment(half, { amount: "1.00", note: "taken back" });
  control.deletePayment(Number(wrong["id"]));
  control.createCreditNote({ clientid: 310003, create_date: "2026-11-01", amount: "9.00", notes: "first" });
  const used = { clientid: 310002, create_date: "2026-11-20", currency_code: "EUR", notes: "second" };
  control.createCreditNote({ ...used, amount: "0.00" });
}
