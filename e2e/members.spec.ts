import { expect } from "@playwright/test";

import { test } from "./fixtures";
import { expectAccessible } from "./support/accessibility";
import { makeAccount, newcomer, signInBrowser, unique } from "./support/account";
import { mailedPage } from "./support/mailbox";

test("somebody is invited by mail, makes an account, joins, and does what their role allows and no more", async ({
  page,
  account,
  workspace,
}) => {
  const guest = newcomer("Vera Viewer");
  await page.goto(`/${workspace.slug}/settings/members`);
  await expectAccessible(page, "members");
  const form = page.getByRole("form", { name: "Invite someone" });
  await form.getByLabel("E-mail").fill("vera at example");
  await form.getByRole("button", { name: "Invite" }).click();
  await expect(form.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("E-mail").fill(guest.email);
  await form.getByLabel("Role").selectOption("viewer");
  await form.getByRole("button", { name: "Invite" }).click();
  const open = page.getByRole("list", { name: "Open invitations" });
  await expect(open).toContainText(guest.email);

  const link = await mailedPage(account.api, guest.email, "/invite");
  await page.goto(link);
  await expect(page.getByText("this invitation is for")).toBeVisible();
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText(workspace.name)).toBeVisible();
  await expectAccessible(page, "/invite");
  await page.getByRole("link", { name: "Make an account" }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue(guest.email);
  await page.getByLabel("Name").fill(guest.name);
  await page.getByLabel("Password", { exact: true }).fill(guest.password);
  await page.getByRole("button", { name: "Make account" }).click();
  await page.getByRole("button", { name: `Join ${workspace.name}` }).click();
  await expect(page).toHaveURL(`/${workspace.slug}`);

  await page.goto(`/${workspace.slug}/settings/members`);
  await expect(page.getByRole("list", { name: "Members" }).getByRole("listitem")).toHaveCount(2);
  await expect(form).toBeHidden();
  await page.goto(`/${workspace.slug}/onboarding`);
  await expect(page.getByRole("link", { name: "Connect FreshBooks", exact: true })).toBeHidden();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
});

test("an invitation that was withdrawn opens nothing", async ({ page, account, workspace }) => {
  const email = `guest-${unique()}@example.com`;
  await account.api.invitations.create.mutate({ workspace: workspace.slug, email, role: "editor" });
  const link = await mailedPage(account.api, email, "/invite");
  await page.goto(`/${workspace.slug}/settings/members`);
  await page.getByRole("button", { name: `Withdraw the invitation of ${email}` }).click();
  await expect(page.getByText(`The invitation of ${email} is withdrawn`)).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
});

test("the last owner stays; with another one they may go, and the audit log tells all of it", async ({
  page,
  stack,
  account,
  workspace,
}) => {
  const other = await makeAccount(stack, "Otto Other");
  const { slug } = workspace;
  await account.api.invitations.create.mutate({ workspace: slug, email: other.email, role: "editor" });
  const link = await mailedPage(account.api, other.email, "/invite");
  const token = new URL(link, stack.appUrl).searchParams.get("token") ?? "";
  await other.api.invitations.accept.mutate({ token });

  await page.goto(`/${slug}/settings`);
  await expectAccessible(page, "settings");
  const leave = page.getByRole("button", { name: "Leave workspace" });
  await leave.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave workspace" }).click();
  await expect(page.getByText("You are still a member")).toBeVisible();

  await page.goto(`/${slug}/settings/members`);
  await page.getByLabel(`Role of ${other.name}`).selectOption("owner");
  await expect(page.getByLabel(`Role of ${other.name}`)).toHaveValue("owner");
  await page.goto(`/${slug}/settings/audit`);
  const log = page.getByRole("list", { name: "Audit log" }).getByRole("listitem");
  await expect(log.filter({ hasText: other.email }).first()).toBeVisible();
  await expect(
    log
      .filter({ hasText: "became" })
      .or(log.filter({ hasText: "owner" }))
      .first(),
  ).toBeVisible();
  await expectAccessible(page, "audit log");
  const csv = await page.request.get(`/api/export/${slug}/audit`);
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toContain(other.email);

  await page.goto(`/${slug}/settings`);
  await leave.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave workspace" }).click();
  await expect(page).toHaveURL("/workspaces");
  await page.goto(`/${slug}`);
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
});

test("the audit log of another's workspace is not to be had", async ({ page, stack, account }) => {
  const owner = await makeAccount(stack);
  const { slug } = await owner.api.workspace.create.mutate({ name: `Zebra ${unique()}` });
  expect(account.email).not.toBe(owner.email);
  expect((await page.request.get(`/api/export/${slug}/audit`)).status()).toBe(404);
  await page.context().clearCookies();
  expect([401, 303, 307]).toContain(
    (await page.request.get(`/api/export/${slug}/audit`, { maxRedirects: 0 })).status(),
  );
});

test("a workspace is deleted by its typed name, rests for a week, and can be kept", async ({
  page,
  stack,
  account,
  workspace,
}) => {
  const { slug, name } = workspace;
  await page.goto(`/${slug}/settings`);
  await page.getByRole("button", { name: "Delete workspace" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Delete workspace" })).toBeDisabled();
  await dialog.getByRole("textbox").fill(name);
  await expectAccessible(page, "delete dialog", "[role=alertdialog]");
  await dialog.getByRole("button", { name: "Delete workspace" }).click();
  await expect(page.getByRole("button", { name: "Undo the deletion" })).toBeVisible();
  const { eraseAt } = (await account.api.workspace.list.query())[0] ?? { eraseAt: null };
  const days = ((eraseAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(6.9);
  await page.goto(`/api/oauth/freshbooks/start?workspace=${slug}`);
  expect(new URL(page.url()).origin, "nothing is connected meanwhile").toBe(stack.appUrl);

  await page.goto(`/${slug}/settings`);
  await page.getByRole("button", { name: "Undo the deletion" }).click();
  await expect(page.getByRole("button", { name: "Delete workspace" })).toBeVisible();
});

test("the command menu switches workspaces and finds its way by keyboard alone", async ({
  page,
  context,
  stack,
}) => {
  const account = await makeAccount(stack);
  await signInBrowser(context, account, stack.appUrl);
  const [one, two] = [`Alder ${unique()}`, `Birch ${unique()}`];
  const first = await account.api.workspace.create.mutate({ name: one });
  const second = await account.api.workspace.create.mutate({ name: two });
  await page.goto(`/${first.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "command menu", "[role=dialog]");
  await page.keyboard.type("Birch");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${second.slug}`);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("audit");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${second.slug}/settings/audit`);
});
