import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";

import { chromium } from "@playwright/test";

import { readEnvironment } from "@/scripts/lib/environment";
import { ROOT } from "@/scripts/lib/paths";
import { say } from "@/scripts/lib/say";
import { SetupError } from "@/scripts/lib/setup-error";

const SYSTEM_PATHS = [
  ...[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
  ],
  ...["/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
];
const DOWNLOAD_WITHIN_MS = 60_000;
const PACKAGE_WITHIN_MS = 300_000;

/** Makes Chromium run as root and in a container, and keeps it from calling home. */
export const CHROMIUM_FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** The browser that is there already: CHROMIUM_PATH, the system's, or Playwright's own. */
export function existingChromium(): string | undefined {
  const { CHROMIUM_PATH: given } = readEnvironment();
  if (given !== undefined) {
    if (existsSync(given)) return given;
    throw new SetupError(`CHROMIUM_PATH names ${given}, which is not there: correct it or leave it out.`);
  }
  return [...SYSTEM_PATHS, chromium.executablePath()].find((file) => existsSync(file));
}

function tryPlaywrightDownload(): void {
  const cli = path.join(ROOT, "node_modules", "playwright", "cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: DOWNLOAD_WITHIN_MS });
}

function tryDebianPackage(): void {
  if (userInfo().uid !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
    DEBIAN_FRONTEND: "noninteractive",
  };
  const options = { stdio: "ignore", timeout: PACKAGE_WITHIN_MS, env } as const;
  spawnSync("/usr/bin/apt-get", ["update"], options);
  spawnSync("/usr/bin/apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], options);
}

/** A Chromium to drive, installed if there is none. Throws `SetupError` when none can be had. */
export function ensureChromium(): string {
  const existing = existingChromium();
  if (existing !== undefined) return existing;
  say("Looking for a Chromium to install (only the first time)…");
  for (const attempt of [tryDebianPackage, tryPlaywrightDownload]) {
    attempt();
    const found = existingChromium();
    if (found !== undefined) return found;
  }
  throw new SetupError(
    "No Chromium was found or could be installed: install one, or name it with CHROMIUM_PATH=<file>.",
  );
}
