import { defineConfig } from "@playwright/test";

import { readEnvironment } from "./scripts/lib/environment";

const { CHROMIUM_PATH = "/usr/bin/chromium", CI } = readEnvironment();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: { executablePath: CHROMIUM_PATH, args: ["--no-sandbox"] },
  },
});
