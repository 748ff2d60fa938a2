import { textAt } from "../probe/json-at";
import { ProbeError } from "../probe/probe-error";
import { realTime } from "../probe/real-time";
import { personOf, accounting } from "./probe";
import type { FreshbooksProbe } from "./probe";
import { read } from "./workbench";

const LOOK_EVERY_MS = 500;

async function isViewed(probe: FreshbooksProbe, invoiceId: number): Promise<boolean> {
  const { json } = await read(probe, "invoice", invoiceId);
  const invoice = "response.result.invoice";
  return (
    textAt(json, `${invoice}.display_status`) === "viewed" ||
    textAt(json, `${invoice}.v3_status`) === "viewed"
  );
}

async function shareLink(probe: FreshbooksProbe, invoiceId: number): Promise<string> {
  const path = `${accounting(probe.credentials.accountId, "invoices/invoices")}/${invoiceId}/share_link`;
  const reply = await probe.api.get(path, { share_method: "share_link" });
  const link = textAt(reply.json, "response.result.share_link.share_link");
  return link ?? `the invoice ${invoiceId} in FreshBooks, by "More actions", "Share via link"`;
}

/** Has a person open the invoice as its customer, and waits until FreshBooks says that it was viewed. */
export async function haveViewed(probe: FreshbooksProbe, invoiceId: number): Promise<void> {
  const url = await shareLink(probe, invoiceId);
  await personOf(probe).ask({ kind: "view-invoice", url, invoiceId });
  const { patience, interrupted } = probe.context;
  for (let leftMs = patience.personMs; leftMs > 0; leftMs -= LOOK_EVERY_MS) {
    if (await isViewed(probe, invoiceId)) return;
    await realTime.wait(LOOK_EVERY_MS, interrupted);
  }
  throw new ProbeError(`Invoice ${invoiceId} was not opened in time.`);
}
