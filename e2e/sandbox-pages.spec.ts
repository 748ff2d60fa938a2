import { randomUUID } from "node:crypto";

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";

import { test } from "./fixtures";

const madeCompany = z.object({ company: z.object({ id: z.number() }) });
const madeBusiness = z.object({ business: z.object({ accountId: z.string() }) });

async function control(page: Page, url: string, data: object): Promise<unknown> {
  const answer = await page.request.post(url, { data });
  expect(answer.status(), await answer.text()).toBe(200);
  return answer.json();
}

/** The board of a company of the test's own, with one deal in its first stage. */
async function openBoard(page: Page, pipedriveUrl: string): Promise<string> {
  const domain = `pages-${randomUUID()}`;
  const made = await control(page, `${pipedriveUrl}/_control/companies`, { name: "Pages", domain });
  const { company } = madeCompany.parse(made);
  const deals = `${pipedriveUrl}/_control/deals?company=${company.id}`;
  await control(page, deals, { title: "Acme – 1", stage_id: 5, value: 1500 });
  await page.goto(`${pipedriveUrl}/?company=${company.id}`);
  await expect(page.locator("html")).toHaveAttribute("data-live", "live");
  return deals;
}

/** Holds a page of the sandbox, which follows the system's colours, to every rule of axe in light and in dark. */
async function expectSound(page: Page, what: string, part = "html"): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]),
      `${what}, ${colorScheme}`,
    ).toEqual([]);
  }
}

const stage = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a card of the sandbox's board moves by keys and by mouse, and another's change arrives by itself", async ({
  page,
  stack,
}) => {
  const deals = await openBoard(page, stack.beside.pipedriveUrl);
  await expect(stage(page, "Draft")).toContainText("Acme – 1");
  await page.getByRole("button", { name: "Move Acme – 1" }).focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("dialog", { name: "Move “Acme – 1” to" });
  await expectSound(page, "move menu", "#move-menu");
  await menu.getByRole("button", { name: "Viewed" }).focus();
  await page.keyboard.press("Enter");
  await expect(stage(page, "Viewed")).toContainText("Acme – 1");
  await expect(page.getByRole("status")).toHaveText("Deal moved.");
  await expect(page.getByRole("button", { name: "Move Acme – 1" })).toBeFocused();

  const aim = { targetPosition: { x: 60, y: 40 } };
  await page.getByRole("listitem").filter({ hasText: "Acme – 1" }).dragTo(stage(page, "Paid"), aim);
  await expect(stage(page, "Paid")).toContainText("Acme – 1");

  await control(page, deals, { title: "From elsewhere", stage_id: 6, value: 1 });
  await expect(stage(page, "Sent")).toContainText("From elsewhere");
  await expectSound(page, "board");
});

test("what is being typed in the sandbox stays while the page follows what others do, and while it is refused", async ({
  page,
  stack,
}) => {
  const { freshbooksUrl } = stack.beside;
  const made = await control(page, `${freshbooksUrl}/_control/businesses`, { name: "Pages" });
  const { accountId } = madeBusiness.parse(made).business;
  const clients = `${freshbooksUrl}/_control/clients?account=${accountId}`;
  await page.goto(`${freshbooksUrl}/clients?account=${accountId}`);
  await expect(page.locator("html")).toHaveAttribute("data-live", "live");
  await page.getByLabel("Organization").fill("Half typed");
  await control(page, clients, { organization: "From elsewhere" });
  await expect(page.getByRole("link", { name: "From elsewhere" })).toBeVisible();
  await expect(page.getByLabel("Organization")).toHaveValue("Half typed");
  await expect(page.getByLabel("Organization")).toBeFocused();

  await page.getByRole("textbox", { name: "E-mail" }).fill("nonsense");
  await page.getByRole("button", { name: "Create client" }).click();
  await expect(page.getByText("Write an e-mail address, or leave it empty.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await control(page, clients, { organization: "Once more" });
  await expect(page.getByRole("link", { name: "Once more" })).toBeVisible();
  await expect(page.getByText("Write an e-mail address, or leave it empty.")).toBeVisible();

  await page.getByRole("textbox", { name: "E-mail" }).fill("typed@pages.example");
  await page.getByRole("button", { name: "Create client" }).click();
  await expect(page.getByRole("status")).toHaveText("Client created. It can be billed now.");
  await expect(page.getByRole("link", { name: "Half typed" })).toBeVisible();
  await expect(page.getByLabel("Organization")).toHaveValue("");
  await expectSound(page, "clients");
});
