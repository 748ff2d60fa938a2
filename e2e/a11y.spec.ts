import { expect } from "@playwright/test";

import { test } from "./fixtures";
import { expectAccessible } from "./support/accessibility";
import { chooseBusiness, connectVendor, publishMapping } from "./support/connect-workspace";
import { makeInvoice } from "./support/invoices";

test("the public pages break no rule of axe", async ({ page }) => {
  for (const path of ["/", "/sign-in", "/sign-up", "/no-such/page/anywhere"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  }
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Make account" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "/sign-up with errors");
});

test("a workspace that is not set up breaks no rule of axe", async ({ page, workspace }) => {
  for (const path of ["/workspaces", `/${workspace.slug}`, `/${workspace.slug}/records`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  }
});

test("every step of the set-up breaks no rule of axe", async ({ page, stack, account, workspace }) => {
  const show = async (title: string) => {
    await page.goto(`/${workspace.slug}/onboarding`);
    await expect(page.getByRole("region", { name: title })).toBeVisible();
  };
  await show("Connect FreshBooks");
  await expectAccessible(page, "connect FreshBooks");
  await connectVendor(stack.appUrl, account, workspace, "freshbooks");
  await show("Choose the business");
  await expect(page.getByRole("radio", { name: account.side.businessName })).toBeVisible();
  await expectAccessible(page, "choose the business");
  await chooseBusiness(account, workspace);
  await show("Connect Pipedrive");
  await expectAccessible(page, "connect Pipedrive");
  await connectVendor(stack.appUrl, account, workspace, "pipedrive");
  await show("Pre-flight");
  const goOn = page.getByRole("button", { name: "Go on to the pipeline" });
  await expect(goOn).toBeEnabled();
  await expectAccessible(page, "pre-flight");
  await goOn.click();
  await expect(page.getByRole("region", { name: "Pipeline and stages" })).toBeVisible();
  await page.getByText("When things go another way").click();
  await expect(page.getByLabel("Declined: stage")).toBeVisible();
  await expectAccessible(page, "mapping");
  await publishMapping(account, workspace);
  await show("The line is up");
  await expectAccessible(page, "done");
});

test("the lists and the overview of a working workspace break no rule of axe", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  await makeInvoice(vendors, account, connected);
  for (const path of ["", "/records", "/activity", "/records?search=nothing-here"]) {
    await page.goto(`/${connected.slug}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, path === "" ? "overview" : path);
  }
});

test("a record, the connections and the account menu break no rule of axe", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const { recordId } = await makeInvoice(vendors, account, connected);
  for (const path of [`/records/${recordId}`, "/connections"]) {
    await page.goto(`/${connected.slug}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  }
  await page.goto(`/${connected.slug}/records/no-such-record`);
  await expect(page.getByText("This workspace has no such record.")).toBeVisible();
  await expectAccessible(page, "no such record");
  await page.getByRole("button", { name: `Account ${account.name}` }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page, "account menu", "[role=menu]");
});
