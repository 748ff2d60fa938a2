import { fact, green } from "./show";
import type { DemoVendors } from "./vendors";

/** Sends a delivery with a signature that FreshBooks never made. Returns the status it got: 401 is right. */
export async function forgeCallback(vendors: DemoVendors, invoiceId: number): Promise<number> {
  const { callbacks } = await vendors.ledger();
  const target = callbacks.findLast(({ event }) => event === "invoice");
  if (!target) throw new Error("There is no invoice callback to forge a delivery for.");
  const body = new URLSearchParams({
    name: "invoice.delete",
    object_id: String(invoiceId),
    user_id: "1",
    account_id: "aB3dE9",
  });
  const response = await fetch(target.uri, {
    method: "POST",
    body,
    headers: { "x-freshbooks-hmac-sha256": Buffer.alloc(32, 7).toString("base64") },
  });
  fact(
    `forged callback “invoice.delete” → HTTP ${String(response.status)} ${green("refused, nothing stored")}`,
  );
  return response.status;
}

/** The next call of the kind is refused with 429, as when another app has used up the window. */
export const refuseOnce = (method: string, path: string) => ({
  method,
  path,
  status: 429,
  when: "before",
  body: { success: false, error: "request over limit" },
  headers: { "x-ratelimit-limit": "80", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2" },
});

/** The next call of the kind is carried out, but its answer is lost behind a 500. */
export const loseAnswerOnce = (method: string, path: string) => ({
  method,
  path,
  status: 500,
  when: "after",
  body: "<html>Internal Server Error</html>",
});
