import { expect } from "@playwright/test";

import { test } from "./fixtures";
import { makeInvoice } from "./support/invoices";

test("a replay from the record opens the next attempt, marked with who asked", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const { recordId } = await makeInvoice(vendors, account, connected);
  const detail = () => account.api.records.get.query({ workspace: connected.slug, recordId });
  const before = (await detail()).attempts[0]?.number ?? 0;
  await page.goto(`/${connected.slug}/records/${recordId}`);
  await page.getByRole("button", { name: "Replay" }).click();

  const timeline = page.getByRole("region", { name: "Timeline" });
  const attempt = timeline.getByRole("article", { name: `Attempt ${String(before + 1)}`, exact: true });
  // Live events, of which the other tests make many, go before a replay.
  await expect(attempt).toContainText("Replay", { timeout: 45_000 });
  await expect(attempt).toContainText("Unchanged");
  await expect(timeline.getByRole("listitem").filter({ hasText: account.name }).first()).toBeVisible();
  const [latest] = (await detail()).attempts;
  expect(latest).toMatchObject({ number: before + 1, origin: "replay", writes: [] });
});

test("a replay from the activity list opens the next attempt at the top", async ({
  page,
  vendors,
  account,
  connected,
}) => {
  const { clientName, recordId } = await makeInvoice(vendors, account, connected);
  const { attempts, record } = await account.api.records.get.query({ workspace: connected.slug, recordId });
  await page.goto(`/${connected.slug}/activity?search=${encodeURIComponent(record.label)}`);
  const rows = page.getByRole("list", { name: "Attempts" }).getByRole("listitem");
  await rows
    .getByRole("button", { name: `Replay invoice ${record.label}` })
    .first()
    .click();

  const next = `Attempt ${String((attempts[0]?.number ?? 0) + 1)}`;
  const replayed = rows.filter({ hasText: next }).filter({ hasText: "Replay" });
  await expect(replayed).toContainText("Unchanged", { timeout: 45_000 });
  await replayed.getByRole("link").click();
  await expect(page).toHaveURL(`/${connected.slug}/records/${recordId}`);
  await expect(page.getByRole("main")).toContainText(clientName);
});
