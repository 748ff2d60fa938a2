import { expect, type Page } from "@playwright/test";

import { test } from "./fixtures";

async function allow(page: Page, vendor: string): Promise<void> {
  await page.getByRole("link", { name: `Connect ${vendor}`, exact: true }).click();
  await expect(page).toHaveTitle(new RegExp(`Allow .* ${vendor} sandbox`));
  await page.getByRole("button", { name: "Allow" }).click();
}

test("from nothing to a live mapping, by clicking", async ({ page, workspace, account }) => {
  await page.goto(`/${workspace.slug}/onboarding`);
  await allow(page, "FreshBooks");

  await expect(page.getByRole("region", { name: "Choose the business" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Northwind Studio" })).toBeEnabled();
  const unusable = page.getByRole("radio", { name: "Side Project" });
  await expect(unusable).toBeDisabled();
  await expect(page.locator("label").filter({ has: unusable })).toContainText(
    "This business has no invoicing in FreshBooks",
  );
  await page.getByRole("radio", { name: "Northwind Studio" }).check();
  await page.getByRole("button", { name: "Use this business" }).click();

  const callbacks = page.getByRole("list", { name: "Callbacks" }).getByRole("listitem");
  await expect(callbacks).toHaveCount(4);
  await expect(callbacks.filter({ hasText: "Verified" })).toHaveCount(4);

  await allow(page, "Pipedrive");
  const checks = page.getByRole("list", { name: "Pre-flight" }).getByRole("listitem");
  await expect(checks.filter({ hasText: "All right" }).first()).toBeVisible();
  await expect(checks.filter({ hasText: "In the way" })).toHaveCount(0);
  await page.getByRole("button", { name: "Go on to the pipeline" }).click();
  const mapping = page.getByRole("form", { name: "Mapping" });
  await expect(mapping.getByLabel("Pipeline", { exact: true })).toHaveText(/Invoices/);
  await mapping.getByLabel("Sent: stage").selectOption("Viewed");
  await expect(mapping.getByRole("region", { name: "In words" })).toContainText("Viewed");
  await mapping.getByRole("button", { name: "Publish mapping" }).click();

  await expect(page.getByRole("region", { name: "The line is up" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the overview" }).click();
  await expect(page).toHaveURL(`/${workspace.slug}`);
  await expect(page.getByRole("status").first()).not.toContainText("set-up");

  const { rules } = await account.api.onboarding.proposeMapping.query({ workspace: workspace.slug });
  const stageOf = (name: string) => Object.entries(rules.stageNames).find(([, known]) => known === name)?.[0];
  expect(String(rules.states.sent.stageId)).toBe(stageOf("Viewed"));
});

test("a denied consent is explained, and nothing is connected", async ({ page, workspace, account }) => {
  await page.goto(`/${workspace.slug}/onboarding`);
  await page.getByRole("link", { name: "Connect FreshBooks" }).click();
  await page.getByRole("button", { name: "Deny" }).click();

  await expect(page).toHaveURL(new RegExp(`/${workspace.slug}/onboarding\\?`));
  await expect(page.getByText("Access was not granted, so nothing was connected.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Connect FreshBooks" })).toBeVisible();
  const { step, connections } = await account.api.onboarding.get.query({ workspace: workspace.slug });
  expect(step).toBe("freshbooks");
  expect(connections.filter(({ status }) => status === "active")).toEqual([]);
});

test("a set-up that was left is taken up where it was, and the overview leads back to it", async ({
  page,
  workspace,
}) => {
  await page.goto(`/${workspace.slug}/onboarding`);
  await allow(page, "FreshBooks");
  await page.getByRole("radio", { name: "Northwind Studio" }).check();
  await page.getByRole("button", { name: "Use this business" }).click();
  await expect(page.getByRole("region", { name: "Connect Pipedrive" })).toBeVisible();

  await page.goto("/workspaces");
  await page.getByRole("link", { name: workspace.name }).click();
  await page.getByRole("link", { name: "Go on setting up" }).click();
  await expect(page.getByRole("region", { name: "Connect Pipedrive" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Steps" }).locator("[aria-current=step]")).toContainText(
    "Connect Pipedrive",
  );
});

test("a consent answer that somebody else began is refused", async ({ page, workspace, stack }) => {
  const forged = new URL("/api/oauth/freshbooks/callback", stack.appUrl);
  forged.search = new URLSearchParams({ code: "stolen", state: "never-issued" }).toString();
  await page.goto(forged.href);
  await expect(page).toHaveURL(/\/connect\/failed\?error=expired/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("FreshBooks was not connected");
  await page.getByRole("link", { name: "Start over" }).click();
  await expect(page).toHaveURL("/workspaces");
  await page.goto(`/${workspace.slug}/onboarding`);
  await expect(page.getByRole("link", { name: "Connect FreshBooks" })).toBeVisible();
});
