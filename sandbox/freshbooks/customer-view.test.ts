import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, call, textAt } from "../testing/call";
import { freshBooksTokens } from "../testing/consent";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe("a share link", () => {
  it("shows the invoice to the customer, and makes it viewed", async () => {
    const { control, url } = sandbox.freshbooks;
    const client = control.createClient({ organization: "Acme <GmbH>" });
    const { id } = control.createInvoice({ customerid: client["id"], amount: "1000.01", status: 2 });
    const { access } = await freshBooksTokens(url);
    const link = await api(url, { authorization: `Bearer ${access}` }).get(
      `/accounting/account/aB3dE9/invoices/invoices/${String(id)}/share_link?share_method=share_link`,
    );
    const page = await call(textAt(link.body, "response.result.share_link.share_link"));
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/1,?000\.01/);
    expect(page.text).toContain("Acme &lt;GmbH&gt;");
    expect(control.state().invoices).toMatchObject([{ v3_status: "viewed" }]);
  });

  it("leads nowhere for an unknown or deleted invoice", async () => {
    const { control, url } = sandbox.freshbooks;
    const [invoice] = control.state().invoices;
    control.deleteInvoice(Number(invoice?.["id"]));
    for (const uuid of ["unknown", String(invoice?.["uuid"])]) {
      expect((await call(`${url}/view/${uuid}`)).status).toBe(404);
    }
  });
});
