import { Hono } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { invoiceShownToCustomer } from "../pages/customer-page";
import { refusalPage } from "../pages/consent";
import { OWNER } from "./businesses";
import { openAsCustomer } from "./customer-acts";
import { actorFor } from "./guard";
import { invoiceView } from "./invoice-view";
import type { FreshBooksBox } from "./world";

/** What a share link shows: the customer opens the invoice, which is then viewed. */
export function customerRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get("/view/:uuid", async (c) => {
    const { world } = box;
    const invoice = [...world.invoices.values()].find(({ uuid }) => uuid === c.req.param("uuid"));
    if (invoice === undefined || invoice.visState === 1) {
      return c.html(
        await refusalPage("FreshBooks", "No such invoice", "The link is wrong, or it was deleted."),
        404,
      );
    }
    openAsCustomer(world, actorFor(OWNER.id, invoice.accountId), invoice);
    return c.html(await invoiceShownToCustomer(invoiceView(world, invoice)));
  });
  return routes;
}
