import { Hono } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { invoiceShownToCustomer } from "../pages/customer-page";
import { refusalPage } from "../pages/consent";
import { ownerFor } from "./guard";
import { openAsCustomer } from "./invoice-fates";
import { invoiceView } from "./invoice-view";
import { readingOf } from "./reading";
import { idInUuid, recordUuid } from "./record-uuid";
import type { InvoiceRecord } from "./records";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

function invoiceByUuid(world: FreshBooksWorld, uuid: string): InvoiceRecord | undefined {
  const id = idInUuid(uuid);
  for (const { invoices, accountId } of world.ledgers.values()) {
    if (recordUuid(accountId, "invoice", id) === uuid) return invoices.get(id);
  }
  return undefined;
}

/** What a share link shows: the customer opens the invoice, which is then viewed. */
export function customerRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get("/view/:uuid", async (c) => {
    const { world } = box;
    const invoice = invoiceByUuid(world, c.req.param("uuid"));
    if (invoice === undefined || invoice.visState === 1) {
      return c.html(
        await refusalPage("FreshBooks", "No such invoice", "The link is wrong, or it was deleted."),
        404,
      );
    }
    openAsCustomer(world, ownerFor(world, invoice.accountId), invoice);
    return c.html(await invoiceShownToCustomer(invoiceView(readingOf(world, invoice.accountId), invoice)));
  });
  return routes;
}
