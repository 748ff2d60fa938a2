import { expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";

import { test } from "./fixtures";
import { expectAccessible } from "./support/accessibility";
import { makeAccount, newcomer, unique } from "./support/account";
import { mailedPage, mailedSubjects } from "./support/mailbox";

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("connecting waits until the newcomer has pressed the link that was mailed", async ({
  page,
  account,
}) => {
  const { name, email, password } = newcomer();
  await page.context().clearCookies();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make account" }).click();
  await page.getByLabel("Workspace name").fill(`Studio ${unique()}`);
  await page.getByRole("button", { name: "Make workspace" }).click();

  const notice = page.getByRole("region", { name: "Confirm your e-mail address" });
  await expect(notice).toContainText(email);
  await expect(page.getByRole("link", { name: "Connect FreshBooks", exact: true })).toBeHidden();
  const setUp = page.url();
  const slug = new URL(setUp).pathname.split("/")[1] ?? "";
  await page.goto(`/api/oauth/freshbooks/start?workspace=${slug}`);
  await expect(page.getByText(/[Cc]onfirm/).first()).toBeVisible();
  expect(new URL(page.url()).origin, "nobody is sent to the vendor").toBe(new URL(setUp).origin);

  await page.goto(await mailedPage(account.api, email, "/verify"));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
  await page.goto(setUp);
  await expect(page.getByRole("link", { name: "Connect FreshBooks", exact: true })).toBeVisible();
  await expect(notice).toBeHidden();
});

test("a link that was used is refused with the way on", async ({ page, account }) => {
  const { email, api } = account;
  await page.goto(await mailedPage(api, email, "/verify"));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /used|too old/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to your account" })).toBeVisible();
});

test("a forgotten password is replaced by mail, and every other browser is signed out", async ({
  page,
  account,
}) => {
  const { email, api } = account;
  await page.goto("/forgot");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await expect(page.getByRole("region", { name: "Check your mail" })).toContainText(email);

  await page.goto(await mailedPage(api, email, "/reset"));
  await page.getByLabel("New password").fill("password123");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  const password = "a ledger, newly bound";
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is changed" })).toBeVisible();

  await expect(api.workspace.list.query()).rejects.toMatchObject({ data: { code: "UNAUTHORIZED" } });
  await signIn(page, { email, password });
  await expect(page).toHaveURL("/workspaces");
});

test("nobody learns from asking for a link whether an address has an account", async ({ page, account }) => {
  const seen: string[] = [];
  for (const email of [account.email, `nobody-${unique()}@example.com`]) {
    await page.goto("/forgot");
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "E-mail me a link" }).click();
    const told = page.getByRole("region", { name: "Check your mail" });
    await expect(told).toContainText(email);
    seen.push((await told.innerText()).replace(email, "…"));
  }
  expect(seen[0]).toBe(seen[1]);
});

test("somebody signs in with a mailed link, which works once", async ({ page, stack }) => {
  const { email, api } = await makeAccount(stack);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await expect(page.getByRole("region", { name: "Check your mail" })).toBeVisible();
  const link = await mailedPage(api, email, "/sign-in/link");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/workspaces");

  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/used already|too old/)).toBeVisible();
  await page.goto("/workspaces");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a second factor is set up, asked for, and given by a recovery code when the app is lost", async ({
  page,
  account,
}) => {
  await page.goto("/account");
  await page.getByRole("button", { name: "Set up two-factor sign-in" }).click();
  const secret = await page.locator("code").innerText();
  await expectAccessible(page, "/account setting up a second factor");
  const app = new TOTP({ secret });
  await page.getByLabel("Six-digit code").fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByLabel("Six-digit code")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Six-digit code").fill(app.generate());
  await page.getByRole("button", { name: "Turn on" }).click();
  const codes = page.getByRole("region", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery = ""] = await codes.allInnerTexts();

  await page.context().clearCookies();
  await signIn(page, account);
  await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  await expectAccessible(page, "/sign-in/second-factor");
  await page.goto("/workspaces");
  await expect(page, "half a sign-in opens nothing").toHaveURL(/\/sign-in\/second-factor/);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recovery);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL("/workspaces");

  await page.context().clearCookies();
  await signIn(page, account);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recovery);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByLabel("Recovery code")).toHaveAttribute("aria-invalid", "true");
});

test("the address is changed by a link to the new one, and both are told", async ({ page, account }) => {
  const fresh = `fresh-${unique()}@example.com`;
  await page.goto("/account");
  await page.getByText("Change e-mail", { exact: true }).click();
  const form = page.getByRole("form", { name: "Change e-mail" });
  await form.getByLabel("New e-mail").fill(fresh);
  await form.getByLabel("Your password").fill("not the password");
  await form.getByRole("button", { name: "Send the link" }).click();
  await expect(form.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("Your password").fill(account.password);
  await form.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(`Waiting for you to press the link that we sent to ${fresh}`)).toBeVisible();

  await page.goto(await mailedPage(account.api, fresh, "/change-email"));
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByRole("heading", { name: "Your address is changed" })).toBeVisible();
  const told = await mailedSubjects(account.api, account.email);
  expect(told.length, "the old address heard of the asking and of the change").toBeGreaterThanOrEqual(3);
  await page.context().clearCookies();
  await signIn(page, { email: fresh, password: account.password });
  await expect(page).toHaveURL("/workspaces");
});

test("another browser's session is seen and ended", async ({ page, account }) => {
  await account.api.workspace.list.query();
  await page.context().clearCookies();
  await signIn(page, account);
  await expect(page).toHaveURL("/workspaces");
  await page.goto("/account");
  await expectAccessible(page, "/account");
  await page.getByRole("button", { name: "Sign out all others" }).click();
  await expect(page.getByText("Every other browser is signed out")).toBeVisible();
  await expect(account.api.workspace.list.query()).rejects.toMatchObject({ data: { code: "UNAUTHORIZED" } });
  await page.goto("/workspaces");
  await expect(page).toHaveURL("/workspaces");
});

test("after many wrong passwords even the right one has to wait, and the page says for how long", async ({
  page,
  stack,
}) => {
  const account = await makeAccount(stack);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(account.email);
  for (let wrong = 1; wrong <= 5; wrong += 1) {
    await page.getByLabel("Password", { exact: true }).fill(`wrong ${String(wrong)}`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  }
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/Too many tries|wait/i).first()).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});
