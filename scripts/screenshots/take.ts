import path from "node:path";

import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

/** How a picture is taken: which theme, how wide. */
export type Look = { suffix: string; colorScheme: "light" | "dark"; width: number; height: number };

/** What a picture shows: its name, and the address. */
export type Subject = { name: string; url: string };

type Shot = { browser: Browser; look: Look; cookie: string; folder: string };

function contextOptions({ colorScheme, width, height }: Look): BrowserContextOptions {
  const viewport = { width, height };
  return { colorScheme, viewport, deviceScaleFactor: 1, locale: "en-GB", reducedMotion: "reduce" };
}

async function capture(page: Page, { name, url }: Subject, file: string): Promise<void> {
  // Idle: what a page asks for after its first paint, such as the health in the rail, is there too.
  await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  process.stdout.write(`  ${name}: ${file}\n`);
}

/** Takes every subject in one look, as the person whose session the cookie is, or as nobody (empty). Files: `<name><suffix>.png`. */
export async function take(shot: Shot, subjects: readonly Subject[]): Promise<void> {
  const { browser, look, cookie, folder } = shot;
  const context = await browser.newContext(contextOptions(look));
  try {
    const page = await context.newPage();
    for (const subject of subjects) {
      const pairs = cookie === "" ? [] : cookie.split("; ");
      const at = pairs.map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return { name, value: value.join("="), url: subject.url };
      });
      await context.addCookies(at);
      await capture(page, subject, path.join(folder, `${subject.name}${look.suffix}.png`));
    }
  } finally {
    await context.close();
  }
}
