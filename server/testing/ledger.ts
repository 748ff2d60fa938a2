import type { Sandbox } from "@/sandbox/start-sandbox";
import { z } from "zod";

const viewSchema = z.looseObject({ id: z.number() });

/** The id in an answer of the stand-ins' control, as text. */
export function idOf(view: unknown): string {
  return String(viewSchema.parse(view).id);
}

/** A fresh client in the FreshBooks stand-in. */
export function newClient(sandbox: Sandbox, organization = "Acme GmbH"): string {
  return idOf(sandbox.freshbooks.control.createClient({ organization, currency_code: "EUR" }));
}

/** A draft invoice, of a fresh client unless told whose. */
export function newInvoice(
  sandbox: Sandbox,
  input: { clientId?: string; amount?: string; offsetDays?: number; currency?: string } = {},
): string {
  const { clientId = newClient(sandbox), amount = "900.00", offsetDays = 30, currency = "EUR" } = input;
  return idOf(
    sandbox.freshbooks.control.createInvoice({
      customerid: Number(clientId),
      amount,
      currency_code: currency,
      due_offset_days: offsetDays,
    }),
  );
}
