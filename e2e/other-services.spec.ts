import { expect, type Page } from "@playwright/test";

import { test } from "./fixtures";
import { expectAccessible } from "./support/accessibility";
import { makeAccount, unique } from "./support/account";

type Person = { id: string; email: string; isConfirmed: boolean };

/** Says on the issuer's page who one is. */
async function answerIssuer(page: Page, { id, email, isConfirmed }: Person): Promise<void> {
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
  await page.getByLabel("Id").fill(id);
  await page.getByLabel("E-mail").fill(email);
  if (isConfirmed) await page.getByLabel("Confirmed").check();
  await page.getByRole("button", { name: "Allow" }).click();
}

async function enter(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Acme ID" }).click();
  await answerIssuer(page, person);
}

function somebody(): Person {
  const mark = unique();
  return { id: `sub-${mark}`, email: `oidc-${mark}@example.com`, isConfirmed: true };
}

test("another service lets somebody in, whose address it vouches for, and the same person again", async ({
  page,
}) => {
  const person = somebody();
  await enter(page, person);
  await expect(page).toHaveURL("/workspaces");
  await page.getByLabel("Workspace name").fill(`Studio ${unique()}`);
  await page.getByRole("button", { name: "Make workspace" }).click();
  await expect(page.getByRole("link", { name: "Connect FreshBooks", exact: true })).toBeVisible();

  await page.context().clearCookies();
  await enter(page, { ...person, email: "moved@example.com" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Workspaces");
  await page.goto("/account");
  await expect(page.getByText(person.email).first()).toBeVisible();
  await expect(page.getByText("You have none: you come in by another way.")).toBeVisible();
  await page.getByRole("button", { name: "Unlink Acme ID" }).click();
  await expect(page.getByText("Acme ID was not unlinked")).toBeVisible();
});

test("an account is not had by whoever has its address elsewhere; its owner links the service, once", async ({
  page,
  stack,
  account,
}) => {
  const stranger = { ...somebody(), email: account.email };
  await page.context().clearCookies();
  await enter(page, stranger);
  await expect(page).toHaveURL(/\/sign-in\?.*error=link_first/);
  await expect(page.getByText("There is an account with this e-mail already.")).toBeVisible();
  await expectAccessible(page, "/sign-in with an error");

  const owner = await makeAccount(stack);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/workspaces");
  const own = somebody();
  await page.goto("/account");
  await page.getByRole("button", { name: "Link Acme ID" }).click();
  await answerIssuer(page, own);
  await expect(page).toHaveURL("/account");
  await expect(page.getByText(own.email)).toBeVisible();

  await page.context().clearCookies();
  await enter(page, own);
  await expect(page).toHaveURL("/workspaces");
  await page.goto("/account");
  await expect(page.getByText(owner.email).first()).toBeVisible();
});

test("an address that the service does not vouch for lets nobody in, nor does a no", async ({ page }) => {
  await enter(page, { ...somebody(), isConfirmed: false });
  await expect(page.getByText("That service does not vouch for your e-mail address.")).toBeVisible();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Acme ID" }).click();
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByText("You said no, so you were not signed in.")).toBeVisible();
  await page.goto("/workspaces");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an answer of the service that this browser did not ask for is refused", async ({ page }) => {
  await page.goto("/api/auth/callback/oidc?code=stolen&state=forged");
  await expect(page).toHaveURL(/\/sign-in\?.*error=OAuthCallback/);
  await expect(page.getByText("That sign-in was begun in another window")).toBeVisible();
});
