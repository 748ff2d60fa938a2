import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe asks of colours at level AA. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Holds the page as it stands to every rule of axe in light, and to the rules about colour in dark too, which is all
 * that differs there. `what` names it in the report; `part` is the selector of what alone is looked at.
 */
export async function expectAccessible(page: Page, what: string, part = "html"): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveClass(new RegExp(`(^| )${colorScheme}( |$)`));
    const axe = new AxeBuilder({ page }).include(part);
    const { violations } = await (colorScheme === "light" ? axe : axe.withRules(colourRules)).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      where: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary ?? ""}`),
    }));
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}
