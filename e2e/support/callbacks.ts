import { createHmac } from "node:crypto";

import { z } from "zod";

import type { VendorSide } from "./vendor-side";

const callbackSchema = z.looseObject({ event: z.string(), uri: z.url(), verifier: z.string().min(8) });
const stateSchema = z.looseObject({ callbacks: z.array(callbackSchema) });

/** A callback as FreshBooks keeps it, its secret included. */
export type Callback = z.output<typeof callbackSchema>;

/** All callbacks registered for a person's FreshBooks business. */
export async function listCallbacks(
  freshbooksUrl: string,
  { accountId }: VendorSide,
): Promise<readonly Callback[]> {
  const response = await fetch(`${freshbooksUrl}/_control/state?account=${accountId}`);
  return stateSchema.parse(await response.json()).callbacks;
}

/** The form of an invoice event as FreshBooks sends it. */
export function invoiceEvent(objectId: string, side: VendorSide): Record<string, string> {
  return {
    name: "invoice.update",
    object_id: objectId,
    user_id: "1",
    identity_id: String(side.identityId),
    business_id: String(side.businessId),
    account_id: side.accountId,
  };
}

/**
 * The signature over a form of plain words, worked out here anew from what FreshBooks documents: base64 of HMAC-SHA256
 * over the form as Python's `json.dumps` writes it, in the order in which it is sent (facts §3.5).
 */
export function signatureOf(form: Record<string, string>, verifier: string): string {
  const pairs = Object.entries(form).map(([name, value]) => `"${name}": "${value}"`);
  return createHmac("sha256", verifier)
    .update(`{${pairs.join(", ")}}`)
    .digest("base64");
}
