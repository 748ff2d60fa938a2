import { expect } from "@playwright/test";

import { test } from "./fixtures";
import { makeAccount, makeWorkspace, newcomer, unique } from "./support/account";

test("a newcomer signs up, makes a workspace and lands in its set-up", async ({ page }) => {
  const { name, email, password } = newcomer();
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Sign up, it is free" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make account" }).click();

  await expect(page).toHaveURL("/workspaces");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make your first workspace");
  await page.getByLabel("Workspace name").fill(`Studio ${unique()}`);
  await page.getByRole("button", { name: "Make workspace" }).click();

  await expect(page).toHaveURL(/\/studio-[\w-]+\/onboarding$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up this workspace");
  await expect(page.getByRole("region", { name: "Confirm your e-mail address" })).toContainText(email);
});

test("bad input is explained at its field and what was typed stays", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Olive");
  await page.getByLabel("E-mail").fill("olive at example");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Make account" }).click();

  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/This is not an e-mail address/);
  await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/At least 10 characters/);
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Name")).toHaveValue("Olive");
  await expect(page.getByLabel("E-mail")).toHaveValue("olive at example");
  await expect(page.getByLabel("Password")).toHaveValue("short");
  await expect(page).toHaveURL("/sign-up");
});

test("a wrong password is refused without saying which of the two was wrong", async ({ page, stack }) => {
  const { email, password } = await makeAccount(stack);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();

  const refusal = page.getByText("E-mail and password do not belong together.");
  await expect(refusal).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);

  await page.getByLabel("E-mail").fill("nobody@example.com");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(refusal).toBeVisible();

  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/workspaces");
});

test("someone signed out is sent to sign in, and back to where they were going", async ({ page, stack }) => {
  const account = await makeAccount(stack);
  const { slug } = await makeWorkspace(account);
  await page.goto(`/${slug}/records?kind=client`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page).toHaveURL(`/${slug}/records?kind=client`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Records");
});

test("the way back after signing in never leads to another site", async ({ page, stack }) => {
  const { email, password } = await makeAccount(stack);
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent("https://evil.example/steal")}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/workspaces");
});

test("signing out ends the session itself, not only this browser's cookie", async ({
  page,
  account,
  workspace,
}) => {
  await page.goto(`/${workspace.slug}`);
  await page.getByRole("button", { name: `Account ${account.name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");

  await page.goto(`/${workspace.slug}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(account.api.workspace.list.query()).rejects.toMatchObject({ data: { code: "UNAUTHORIZED" } });
});
