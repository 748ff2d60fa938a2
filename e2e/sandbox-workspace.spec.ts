import { expect, type Page } from "@playwright/test";

import { dealsOf } from "@/scripts/demo/pipeline-view";
import { demoVendors } from "@/scripts/demo/vendors";
import { test } from "./fixtures";
import { expectAccessible } from "./support/accessibility";
import { connectVendor } from "./support/connect-workspace";
import { dealOfRecord, makeInvoice } from "./support/invoices";

const mark = (page: Page) => page.getByRole("region", { name: "Sandbox", exact: true });

/** Presses "Allow" on a stand-in's consent page, having seen whose it is. */
async function allow(page: Page, vendor: string, url: string): Promise<void> {
  await expect(page).toHaveTitle(new RegExp(`Allow .* ${vendor} sandbox`));
  expect(page.url()).toContain(url);
  await page.getByRole("button", { name: "Allow" }).click();
}

test("a workspace is connected to the sandbox by the button, is marked, and an invoice becomes a deal there", async ({
  page,
  stack,
  workspace,
  account,
  vendors,
}) => {
  const { freshbooksUrl, pipedriveUrl } = stack.beside;
  await page.goto(`/${workspace.slug}/onboarding`);
  await expect(page.getByRole("link", { name: "Connect FreshBooks", exact: true })).toBeVisible();
  await expect(mark(page)).toBeHidden();
  await page.getByRole("link", { name: "Try it with sandbox data" }).click();
  await allow(page, "FreshBooks", freshbooksUrl);
  await page.getByRole("radio", { name: "Northwind Studio" }).check();
  await page.getByRole("button", { name: "Use this business" }).click();

  await expect(page.getByRole("link", { name: "Connect Pipedrive", exact: true })).toBeHidden();
  await page.getByRole("link", { name: "Connect the Pipedrive sandbox" }).click();
  await allow(page, "Pipedrive", pipedriveUrl);
  await page.getByRole("button", { name: "Go on to the pipeline" }).click();
  await page.getByRole("button", { name: "Publish mapping" }).click();
  await expect(page.getByRole("region", { name: "The line is up" })).toBeVisible();

  const toys = demoVendors(freshbooksUrl, pipedriveUrl);
  const synced = await makeInvoice(toys, account, workspace);
  expect(await dealOfRecord(toys, account, workspace, synced)).toMatchObject({
    value: 1200,
    currency: "EUR",
  });
  expect(dealsOf(await vendors.pipeline(), synced.invoice.id)).toEqual([]);

  for (const path of ["", "/records", `/records/${synced.recordId}`, "/activity", "/connections"]) {
    await page.goto(`/${workspace.slug}${path}`);
    await expect(mark(page)).toBeVisible();
    const owner = mark(page).getByRole("link", { name: /Act as the FreshBooks owner/ });
    await expect(owner).toHaveAttribute("href", new RegExp(`^${freshbooksUrl}/`));
    await expectAccessible(page, path === "" ? "overview" : path);
  }
  await expect(page.getByRole("region", { name: "Pipedrive", exact: true })).toContainText("Sandbox");
  await page.goto(`/${workspace.slug}/records/${synced.recordId}`);
  for (const vendor of ["FreshBooks", "Pipedrive"]) {
    const link = page.getByRole("link", { name: `Sandbox of ${vendor}, new tab` });
    const shown = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(shown.status(), `the page of the object at the ${vendor} sandbox`).toBe(200);
    expect(await shown.text()).toContain(synced.clientName);
  }
});

test("the sandbox does not mix with what is connected already, and disconnecting is the way out", async ({
  page,
  stack,
  account,
  workspace,
}) => {
  await connectVendor(stack.appUrl, account, workspace, "pipedrive");
  await page.goto(`/${workspace.slug}/onboarding`);
  await expect(page.getByRole("link", { name: "Connect FreshBooks", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Try it with sandbox data" })).toBeHidden();

  await page.goto(`/api/oauth/freshbooks/start?workspace=${workspace.slug}&environment=sandbox`);
  await expect(page).toHaveURL(new RegExp(`/${workspace.slug}/onboarding\\?`));
  await expect(page.getByText("Disconnect the first on Connections")).toBeVisible();

  await page.goto(`/${workspace.slug}/connections`);
  const disconnect = page.getByRole("button", { name: "Disconnect Pipedrive" });
  await disconnect.click();
  const dialog = page.getByRole("alertdialog", { name: "Disconnect Pipedrive?" });
  await expectAccessible(page, "disconnect", "[role=alertdialog]");
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toBeHidden();
  await expect(disconnect).toBeFocused();
  await disconnect.click();
  await dialog.getByRole("button", { name: "Disconnect Pipedrive" }).click();
  await expect(page.getByText("Pipedrive is disconnected")).toBeVisible();
  await expect(page.getByRole("link", { name: "Try it with sandbox data" })).toHaveCount(2);
  await expect(mark(page)).toBeHidden();
});
