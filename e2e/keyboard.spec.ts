import { expect } from "@playwright/test";

import { test } from "./fixtures";
import { chooseBusiness, connectVendor } from "./support/connect-workspace";
import { makeInvoice } from "./support/invoices";
import { tabTo } from "./support/keyboard";

test("the first stop of every page leads past the navigation", async ({ page, workspace }) => {
  for (const path of ["", "/records", "/activity", "/connections", "/onboarding"]) {
    await page.goto(`/${workspace.slug}${path}`);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("#main")).toBeFocused();
  }
});

test("the mapping is changed and published by keyboard alone", async ({
  page,
  stack,
  account,
  workspace,
}) => {
  await connectVendor(stack.appUrl, account, workspace, "freshbooks");
  await chooseBusiness(account, workspace);
  await connectVendor(stack.appUrl, account, workspace, "pipedrive");
  await page.goto(`/${workspace.slug}/onboarding`);
  const goOn = page.getByRole("button", { name: "Go on to the pipeline" });
  await expect(goOn).toBeEnabled();
  await tabTo(page, goOn);
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "Mapping" });
  await expect(form).toBeVisible();

  const viewed = form.getByLabel("Viewed: stage");
  await tabTo(page, viewed);
  await page.keyboard.type("Sent");
  await expect(viewed.locator("option:checked")).toHaveText("Sent");
  await tabTo(page, form.getByText("When things go another way"));
  await page.keyboard.press("Enter");
  await expect(form.getByLabel("Declined: stage")).toBeVisible();
  await tabTo(page, form.getByLabel("Deal title"));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("{{invoice.number}} for {{client.name}}");
  await tabTo(page, form.getByRole("button", { name: "Publish mapping" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "The line is up" })).toBeVisible();
});

test("the records list is searched, walked and opened by keyboard alone", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const { clientName, recordId } = await makeInvoice(vendors, account, connected);
  await page.goto(`/${connected.slug}/records`);
  await expect(page.getByRole("row").filter({ hasText: clientName }).first()).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(clientName);
  const rows = page.getByRole("row").filter({ hasText: clientName });
  await expect(page).toHaveURL(new RegExp(`search=${clientName.replace(" ", ".")}$`));
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toHaveValue(clientName);

  const links = rows.getByRole("link");
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.nth(0)).toBeFocused();

  await tabTo(page, page.locator(`a[href$="${recordId}"]`));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${connected.slug}/records/${recordId}`);
  await tabTo(page, page.getByRole("button", { name: "Replay" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("is being replayed")).toBeVisible();
});

test("a page gone to right after typing is not called off by the search", async ({ page, connected }) => {
  await page.goto(`/${connected.slug}/records`);
  const activity = page.getByRole("navigation").getByRole("link", { name: "Activity" }).first();
  await expect(activity).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("some");
  await activity.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${connected.slug}/activity`);
});
