import { expect } from "@playwright/test";

import { test } from "./fixtures";
import { dealOfRecord, invoiceInStep, makeClient, makeInvoice } from "./support/invoices";

test("an invoice appears, is sent, paid and won, with every step on its record", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  await page.goto(`/${connected.slug}/records`);
  const client = await makeClient(vendors);
  await expect(page.getByRole("row").filter({ hasText: client.name })).toContainText("In step");
  const invoice = await vendors.createInvoice({
    ...{ customerid: client.id, amount: "1200.00", currency_code: "EUR" },
  });

  const row = page.getByRole("row").filter({ hasText: client.name }).filter({ hasText: "1,200.00" });
  await expect(row).toContainText("In step", { timeout: 30_000 });
  await row.getByRole("link").click();

  const sides = page.getByRole("region", { name: "Both sides" });
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText(invoice.invoice_number);
  await expect(sides).toContainText(String(invoice.id));
  await expect(timeline.getByRole("article", { name: "Attempt 1", exact: true })).toContainText(
    "Create deal",
  );
  await expect(timeline).toContainText("Callback");

  await vendors.markAsSent(invoice.id);
  await expect(sides).toContainText("Sent");
  await vendors.pay(invoice.id, "1200.00");
  await expect(sides).toContainText("Paid");
  await expect(sides).toContainText("won", { ignoreCase: true });
  await expect(page.getByRole("main").getByText("In step").first()).toBeVisible();
  await expect(timeline.getByRole("article").first()).toContainText("Update deal");

  const recordId = await invoiceInStep(account, connected, invoice.id);
  const synced = { clientName: client.name, invoice, recordId };
  await expect
    .poll(() => dealOfRecord(vendors, account, connected, synced))
    .toMatchObject({
      organization: client.name,
      total: "1,200.00 EUR",
      due: invoice.due_date,
      stage: "Paid",
      status: "won",
      invoiceState: "Paid",
      outstanding: "0.00 EUR",
    });
});

test("the overview's counts add up, and lead to their records", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const client = await makeClient(vendors);
  const invoice = await vendors.createInvoice({
    ...{ customerid: client.id, amount: "80.10", currency_code: "CHF" },
  });
  await invoiceInStep(account, connected, invoice.id);
  await page.goto(`/${connected.slug}`);

  const lists = page.getByRole("region", { name: "Records by health" });
  const sum = await lists.getByText(/= [\d,]+ records?/).innerText();
  const figures = (sum.match(/\d[\d,]*/g) ?? []).map((figure) => Number(figure.replaceAll(",", "")));
  expect(figures).toHaveLength(5);
  const total = figures.pop();
  expect(figures.reduce((all, figure) => all + figure, 0)).toBe(total);
  expect(total).toBeGreaterThanOrEqual(2);

  const francs = page.getByRole("table", { name: "Invoices in CHF by state" });
  await expect(francs.getByRole("row").filter({ hasText: "Draft" })).toContainText("80.10");
  await lists.getByRole("link", { name: "In step" }).click();
  await expect(page).toHaveURL(`/${connected.slug}/records?health=in_step`);
  await expect(page.getByRole("row").filter({ hasText: client.name }).first()).toBeVisible();
});

test("what FreshBooks tells nobody of crosses when it is asked", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const { recordId, invoice } = await makeInvoice(vendors, account, connected);
  await vendors.markAsSent(invoice.id);
  await page.goto(`/${connected.slug}/records/${recordId}`);
  const sides = page.getByRole("region", { name: "Both sides" });
  await expect(sides).toContainText("Sent");
  await vendors.view(invoice.id);

  await page.goto(`/${connected.slug}`);
  await page.getByRole("button", { name: "Check FreshBooks now" }).click();
  await expect(page.getByText("FreshBooks is being asked")).toBeVisible();
  await page.goto(`/${connected.slug}/records/${recordId}`);
  await expect(sides).toContainText("Viewed", { timeout: 30_000 });
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("By hand");
});
