import { expect } from "@playwright/test";

import { test } from "./fixtures";
import { invoiceInStep, makeClient } from "./support/invoices";

test("the address holds search and filters; reload and the way back keep them", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const client = await makeClient(vendors);
  const draft = { customerid: client.id, currency_code: "EUR" };
  const kept = await vendors.createInvoice({ ...draft, amount: "10.00" });
  const sent = await vendors.createInvoice({ ...draft, amount: "20.00" });
  await vendors.markAsSent(sent.id);
  await invoiceInStep(account, connected, kept.id);
  await invoiceInStep(account, connected, sent.id);

  await page.goto(`/${connected.slug}/records`);
  const rows = page.getByRole("row").filter({ hasText: client.name });
  await page.getByRole("searchbox").fill(client.name);
  await expect(page).toHaveURL(/[?&]search=Client/);
  await expect(rows).toHaveCount(3);
  await page.getByLabel("Kind").selectOption("Invoices");
  await expect(rows).toHaveCount(2);
  await page.getByLabel("Invoice state").selectOption("Sent");
  await expect(page).toHaveURL(/[?&]state=sent/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("20.00");

  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue(client.name);
  await expect(page.getByLabel("Kind")).toHaveValue("invoice");
  await expect(page.getByLabel("Invoice state")).toHaveValue("sent");
  await expect(rows).toHaveCount(1);

  await rows.getByRole("link").click();
  await expect(page.getByRole("region", { name: "Both sides" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/[?&]state=sent/);
  await expect(page.getByRole("searchbox")).toHaveValue(client.name);
  await expect(rows).toHaveCount(1);
});

test("a search without a match says so and offers the way out", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const client = await makeClient(vendors);
  const invoice = await vendors.createInvoice({
    customerid: client.id,
    amount: "10.00",
    currency_code: "EUR",
  });
  await invoiceInStep(account, connected, invoice.id);
  await page.goto(`/${connected.slug}/records?search=no-such-record&kind=client`);
  await expect(page.getByText("No record matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(`/${connected.slug}/records`);
  await expect(page.getByRole("row").filter({ hasText: client.name }).first()).toBeVisible();

  await page.goto(`/${connected.slug}/activity?search=no-such-record&outcome=failed`);
  await expect(page.getByText("No attempt matches")).toBeVisible();
  await expect(page.getByLabel("Outcome")).toHaveValue("failed");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(`/${connected.slug}/activity`);
  await expect(page.getByRole("list", { name: "Attempts" }).getByRole("listitem").first()).toBeVisible();
});

test("a workspace without records teaches the next step", async ({ page, workspace }) => {
  await page.goto(`/${workspace.slug}/records`);
  await expect(page.getByText("No records yet")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Go to the overview" })).toBeVisible();
  await page.goto(`/${workspace.slug}/activity`);
  await expect(page.getByText("Nothing has been tried yet")).toBeVisible();
});

test("odd search terms are plain text, never an error", async ({ page, workspace }) => {
  for (const term of ["%", "'; DROP TABLE", "\\", "_", "😀", "a".repeat(200)]) {
    await page.goto(`/${workspace.slug}/records?search=${encodeURIComponent(term)}`);
    await expect(page.getByText("No record matches")).toBeVisible();
  }
});
