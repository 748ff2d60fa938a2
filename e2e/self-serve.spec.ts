import { expect, type Page } from "@playwright/test";

import { test } from "./fixtures";
import { expectAccessible } from "./support/accessibility";
import { newcomer, unique } from "./support/account";
import { connectVendor } from "./support/connect-workspace";
import { pressByKey, typeByKey } from "./support/keyboard";
import { mailedPage } from "./support/mailbox";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
/** On a stand-in's consent page: as whom, by keys alone or not. */
const userOf = (page: Page, id: number) => page.locator(`input[name="user_id"][value="${String(id)}"]`);

async function chooseUser(page: Page, id: number): Promise<void> {
  await userOf(page, id).check();
}

const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

for (const { how, width } of [
  { how: "at a desk", width: 1280 },
  { how: "on a phone's width", width: 375 },
]) {
  test(`from sign-up to connected on both sides, with the keyboard alone, ${how}`, async ({
    page,
    account,
  }) => {
    const { side } = account;
    await page.setViewportSize({ width, height: 812 });
    await page.context().clearCookies();
    const { name, email, password } = newcomer();
    await page.goto("/sign-up");
    await typeByKey(page, page.getByLabel("Name"), name);
    await typeByKey(page, page.getByLabel("E-mail"), email);
    await typeByKey(page, page.getByLabel("Password", { exact: true }), password);
    await page.keyboard.press("Enter");
    await typeByKey(page, page.getByLabel("Workspace name"), `Studio ${unique()}`);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/onboarding$/);
    const setUp = page.url();
    await page.goto(await mailedPage(account.api, email, "/verify"));
    await pressByKey(page, button(page, "Confirm address"));
    await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeFocused();

    await page.goto(setUp);
    await pressByKey(page, link(page, "Connect FreshBooks"));
    await chooseUser(page, side.identityId);
    await pressByKey(page, button(page, "Allow"));
    const business = page.getByRole("radio", { name: side.businessName });
    await expect(business).toBeVisible();
    await pressByKey(page, business, "Space");
    await pressByKey(page, button(page, "Use this business"));
    const callbacks = page.getByRole("list", { name: "Callbacks" }).getByRole("listitem");
    await expect(callbacks.filter({ hasText: "Verified" })).toHaveCount(4);
    await pressByKey(page, link(page, "Connect Pipedrive"));
    await chooseUser(page, side.userId);
    await pressByKey(page, button(page, "Allow"));
    await expect(page.getByRole("list", { name: "Pre-flight" })).toBeVisible();
    await pressByKey(page, button(page, "Go on to the pipeline"));
    await expect(page.getByRole("form", { name: "Mapping" })).toBeVisible();
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolled).toBeLessThanOrEqual(width);
  });
}

test("a ping shows who answered, before any mapping", async ({ page, stack, account, workspace }) => {
  await connectVendor(stack.appUrl, account, workspace, "pipedrive");
  await page.goto(`/${workspace.slug}/connections`);
  await button(page, "Ping Pipedrive").click();
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText("Reached");
  await expect(answer).toContainText(new URL(stack.pipedriveUrl).host);
  await expect(answer).toContainText(/\d+ ms/);
  await expect(answer.getByRole("list", { name: "Rights" })).toBeVisible();
  await expectAccessible(page, "connections with an answer");
});

test("an installation begun at Pipedrive waits for its person, and is joined only when they say so", async ({
  page,
  stack,
  account,
  workspace,
}) => {
  const consent = new URL("/oauth/authorize", stack.pipedriveUrl);
  const redirect = `${stack.appUrl}/api/oauth/pipedrive/callback`;
  consent.search = new URLSearchParams({ client_id: "sandbox-pipedrive", redirect_uri: redirect }).toString();
  await page.goto(consent.href);
  await chooseUser(page, account.side.userId);
  await button(page, "Allow").click();
  await expect(page).toHaveURL("/connect/pipedrive");
  await expectAccessible(page, "/connect/pipedrive");
  const held = await account.api.onboarding.get.query({ workspace: workspace.slug });
  expect(
    held.connections.every(({ status }) => status === "absent"),
    "nothing is joined yet",
  ).toBe(true);
  await page.getByRole("radio", { name: workspace.name }).check();
  await button(page, "It was me: connect Pipedrive").click();
  await expect(page).toHaveURL(new RegExp(`/${workspace.slug}/onboarding`));
  const { connections } = await account.api.onboarding.get.query({ workspace: workspace.slug });
  expect(connections.find(({ vendor }) => vendor === "pipedrive")?.status).toBe("active");

  await page.goto("/connect/pipedrive");
  await expect(page.getByText("No installation waits in this browser")).toBeVisible();
});

test("a consent's answer works once: the second time the page says what happened", async ({
  page,
  account,
  workspace,
}) => {
  const answers: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/oauth/freshbooks/callback?")) answers.push(request.url());
  });
  await page.goto(`/${workspace.slug}/onboarding`);
  await link(page, "Connect FreshBooks").click();
  await chooseUser(page, account.side.identityId);
  await button(page, "Allow").click();
  await expect(page.getByRole("radio", { name: account.side.businessName })).toBeVisible();
  await page.goto(answers[0] ?? "");
  await expect(page).toHaveURL(/\/connect\/failed\?error=expired/);
  await expect(page.getByText("used already, is too old, or was begun elsewhere")).toBeVisible();
  await expectAccessible(page, "/connect/failed");
});

test("disconnecting with everything erased asks for it to be typed, and leaves the workspace free", async ({
  page,
  connected,
  account,
}) => {
  await page.goto(`/${connected.slug}/connections`);
  await button(page, "Disconnect Pipedrive").click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("radio", { name: "Erase it" }).check();
  const confirm = dialog.getByRole("button", { name: "Disconnect Pipedrive and erase" });
  await expect(confirm).toBeDisabled();
  await expectAccessible(page, "disconnect and erase", "[role=alertdialog]");
  await dialog.getByLabel("Type erase to confirm").fill("erase");
  await confirm.click();
  await expect(page.getByText("Pipedrive is disconnected")).toBeVisible();
  const { rows } = await account.api.records.list.query({ workspace: connected.slug });
  expect(rows).toEqual([]);
  const { entries } = await account.api.audit.list.query({ workspace: connected.slug });
  expect(entries.map(({ action }) => action)).toContain("connection.ended");
});
