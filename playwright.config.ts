import { randomBytes } from "node:crypto";

import { defineConfig } from "@playwright/test";

import { CHROMIUM_FLAGS, ensureChromium } from "./scripts/setup/chromium";

// Read by the app, which the global setup starts, and by the tests; both inherit it.
process.env["METRICS_TOKEN"] ??= randomBytes(16).toString("hex");

/** One production stack per run, started by the global setup; each test has its own person and workspace in it. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: { executablePath: ensureChromium(), args: CHROMIUM_FLAGS },
  },
});
