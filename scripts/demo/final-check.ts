import { dealsOf, describe } from "./pipeline-view";
import type { DealView } from "./pipeline-view";
import { green, heading, line, red } from "./show";
import type { DemoInvoice, DemoVendors } from "./vendors";
import type { Walked } from "./walk";

type Check = { text: string; holds: boolean };

function valueChecks(invoice: DemoInvoice, deal: DealView, clientName: string): readonly Check[] {
  const isToTheCent = deal.total === "1,500.00 EUR" && invoice.amount.amount === "1500.00";
  return [
    { text: "FreshBooks says the invoice is paid", holds: invoice.v3_status === "paid" },
    { text: "the deal is linked to that organization", holds: deal.organization === clientName },
    { text: "its value is the invoice's amount, to the cent, in its currency", holds: isToTheCent },
    { text: "its close date is the invoice's due date", holds: deal.due === invoice.due_date },
    { text: "nothing is outstanding", holds: deal.outstanding === "0.00 EUR" },
    { text: "it is won, in the stage Paid", holds: deal.status === "won" && deal.stage === "Paid" },
  ];
}

/** Compares both sandboxes at the end of the walk, value by value. True when everything is right. */
export async function finalCheck(vendors: DemoVendors, walked: Walked): Promise<boolean> {
  heading("9 · Both sides compared");
  const [ledger, pipeline] = await Promise.all([vendors.ledger(), vendors.pipeline()]);
  const invoice = ledger.invoices.find(({ id }) => id === walked.invoice.id);
  const deals = dealsOf(pipeline, walked.invoice.id);
  const [deal] = deals;
  const isClient = (name: string) => name === walked.clientName;
  const organizations = pipeline.organizations.filter(
    ({ name, is_deleted }) => isClient(name) && !is_deleted,
  );
  const checks: Check[] = [
    { text: "exactly one organization for the client", holds: organizations.length === 1 },
    { text: "exactly one deal for the invoice", holds: deals.length === 1 },
    ...(invoice && deal ? valueChecks(invoice, deal, walked.clientName) : []),
    { text: "the forged callback was refused", holds: walked.forgedStatus === 401 },
  ];
  for (const { text, holds } of checks) line(`  ${holds ? green("✓") : red("✗")} ${text}`);
  if (deal) line(`  ${describe(deal)}`);
  return checks.length === 9 && checks.every(({ holds }) => holds);
}
