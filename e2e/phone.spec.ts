import { expect, type Page } from "@playwright/test";

import { test } from "./fixtures";
import { chooseBusiness, connectVendor, publishMapping } from "./support/connect-workspace";
import { makeInvoice } from "./support/invoices";

test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });

/** Elements that stick out to the right, which make the page scroll sideways; a region that scrolls itself is fine. */
async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${what}: width of what can be scrolled to`).toBeLessThanOrEqual(375);
}

test("no page scrolls sideways at 375 px, and the navigation is under the thumb", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const { recordId } = await makeInvoice(vendors, account, connected);
  for (const path of [
    "",
    "/records",
    "/activity",
    "/connections",
    "/onboarding",
    "/settings/members",
    "/settings/audit",
    `/records/${recordId}`,
  ]) {
    await page.goto(`/${connected.slug}${path}`);
    await expectNoSidewaysScroll(page, path === "" ? "overview" : path);
  }
  const bar = page.getByRole("navigation", { name: "Workspace" });
  for (const place of ["Records", "Activity", "Connections", "Overview"]) {
    const entry = bar.getByRole("link", { name: place });
    await expect(entry).toBeInViewport();
    const box = await entry.boundingBox();
    expect(
      Math.min(box?.width ?? 0, box?.height ?? 0),
      `${place} is large enough to hit`,
    ).toBeGreaterThanOrEqual(40);
    await entry.tap();
    await expect(entry).toHaveAttribute("aria-current", "page");
  }
  await page.getByRole("button", { name: `Account ${account.name}` }).tap();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeInViewport();
});

test("the public pages and the set-up fit a phone", async ({ page, stack, account, workspace }) => {
  const check = async (path: string, what = path) => {
    await page.goto(path);
    await expectNoSidewaysScroll(page, what);
  };
  const setUp = `/${workspace.slug}/onboarding`;
  await check("/");
  await check("/workspaces");
  await check(`/${workspace.slug}`, "overview before the set-up");
  await check(setUp, "connect FreshBooks");
  await connectVendor(stack.appUrl, account, workspace, "freshbooks");
  await check(setUp, "choose the business");
  await chooseBusiness(account, workspace);
  await check(setUp, "connect Pipedrive");
  await connectVendor(stack.appUrl, account, workspace, "pipedrive");
  await page.goto(setUp);
  const goOn = page.getByRole("button", { name: "Go on to the pipeline" });
  await expect(goOn).toBeEnabled();
  await expectNoSidewaysScroll(page, "pre-flight");
  await goOn.tap();
  await expect(page.getByRole("form", { name: "Mapping" })).toBeVisible();
  await page.getByText("When things go another way").tap();
  await expectNoSidewaysScroll(page, "mapping");
  await publishMapping(account, workspace);
  await check(setUp, "done");
  await page.context().clearCookies();
  await check("/sign-in");
  await check("/sign-up");
});
