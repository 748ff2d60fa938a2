import { defineConfig } from "@playwright/test";

import { CHROMIUM_FLAGS, ensureChromium } from "./scripts/setup/chromium";

/** One production stack per run, started by the global setup; each test has its own person and workspace in it. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    contextOptions: { reducedMotion: "reduce" },
    trace: { mode: "retain-on-failure", screenshots: false, sources: false },
    launchOptions: { executablePath: ensureChromium(), args: CHROMIUM_FLAGS },
  },
});
