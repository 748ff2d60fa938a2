import { createHmac } from "node:crypto";

import { z } from "zod";

const callbackSchema = z.looseObject({ event: z.string(), uri: z.url(), verifier: z.string().min(8) });
const stateSchema = z.looseObject({ callbacks: z.array(callbackSchema) });

/** A callback as FreshBooks keeps it, its secret included. */
export type Callback = z.output<typeof callbackSchema>;

/** All callbacks registered at the FreshBooks sandbox, of every workspace. */
export async function listCallbacks(freshbooksUrl: string): Promise<readonly Callback[]> {
  const response = await fetch(`${freshbooksUrl}/_control/state`);
  return stateSchema.parse(await response.json()).callbacks;
}

/** The form of an invoice event as FreshBooks sends it. */
export function invoiceEvent(objectId: string): Record<string, string> {
  return {
    name: "invoice.update",
    object_id: objectId,
    user_id: "1",
    identity_id: "770001",
    business_id: "550001",
    account_id: "aB3dE9",
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
