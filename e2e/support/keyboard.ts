import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until the element has the focus; fails when the page's end is reached without. */
export async function tabTo(page: Page, target: Locator, presses = 80): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < presses && !(await isThere()); pressed += 1)
    await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

/** Goes to a control by Tab and presses it. */
export async function pressByKey(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await expect(target).toBeVisible();
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field by Tab and types. */
export async function typeByKey(page: Page, target: Locator, text: string): Promise<void> {
  await expect(target).toBeVisible();
  await tabTo(page, target);
  await page.keyboard.type(text);
}
