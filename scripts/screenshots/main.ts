import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "@playwright/test";

import { appApi, type AppApi } from "../demo/app-api";
import { Person } from "../demo/person";
import { setUpWorkspace } from "../demo/set-up-workspace";
import { demoVendors } from "../demo/vendors";
import { walk } from "../demo/walk";
import { ROOT } from "../lib/paths";
import { runCommand } from "../lib/run-command";
import { say } from "../lib/say";
import { startStack, type Stack } from "../lib/stack";
import { CHROMIUM_FLAGS, ensureChromium } from "../setup/chromium";
import { fillLedger } from "./fill-ledger";
import { take, type Look, type Subject } from "./take";

const readmeLook: Look = { suffix: "", colorScheme: "light", width: 1280, height: 900 };
const otherLooks: readonly Look[] = [
  { suffix: "-dark", colorScheme: "dark", width: 1280, height: 900 },
  { suffix: "-phone", colorScheme: "light", width: 375, height: 812 },
  { suffix: "-phone-dark", colorScheme: "dark", width: 375, height: 812 },
];

/** Pages for whoever is not signed in. */
const outside = [
  "/",
  "/sign-in",
  "/sign-up",
  "/forgot",
  "/connect/pipedrive",
  "/connect/failed?error=expired&vendor=pipedrive",
];

/** A workspace in which nothing is connected yet. */
async function freshWorkspace(api: AppApi): Promise<string> {
  return (await api.workspace.create.mutate({ name: "Southwind Studio" })).slug;
}

/** Sets the demo's workspace up, walks its invoice and fills the ledger; then the pages to take and whose they are. */
async function setScene({ appUrl, freshbooksUrl, pipedriveUrl }: Stack) {
  const person = new Person(appUrl);
  const api = appApi(appUrl, person);
  const { slug: workspace } = await setUpWorkspace({ appUrl, person, api });
  const vendors = demoVendors(freshbooksUrl, pipedriveUrl);
  const { invoice } = await walk({ api, vendors, workspace });
  await fillLedger(api, vendors, workspace);
  const { rows } = await api.records.list.query({
    ...{ workspace, kind: "invoice", search: String(invoice.id) },
  });
  const home = `${appUrl}/${workspace}`;
  const subjects = {
    overview: { name: "overview", url: home },
    record: { name: "record", url: `${home}/records/${rows[0]?.id ?? ""}` },
    records: { name: "records", url: `${home}/records` },
    activity: { name: "activity", url: `${home}/activity` },
    connections: { name: "connections", url: `${home}/connections` },
    settings: { name: "settings", url: `${home}/settings` },
    members: { name: "members", url: `${home}/settings/members` },
    audit: { name: "audit", url: `${home}/settings/audit` },
    account: { name: "account", url: `${appUrl}/account` },
    workspaces: { name: "workspaces", url: `${appUrl}/workspaces` },
    setUp: { name: "set-up", url: `${appUrl}/${await freshWorkspace(api)}/onboarding` },
  } satisfies Record<string, Subject>;
  const { cookie = "" } = await person.headersFor(appUrl);
  return { subjects, cookie };
}

/**
 * `npm run screenshots`: takes the README's pictures from the running demo into docs/images. With `--all` it also takes
 * every page in dark and on a phone, into a folder for looking at alone.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options: { all: { type: "boolean", default: false } } });
  const executablePath = ensureChromium();
  const stack = await startStack({ mode: "production", ephemeral: true, ports: "free" });
  try {
    const { subjects, cookie } = await setScene(stack);
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    try {
      const folder = path.join(ROOT, "docs", "images");
      mkdirSync(folder, { recursive: true });
      say("\nPictures");
      await take({ browser, cookie, folder, look: readmeLook }, [subjects.overview, subjects.record]);
      if (values.all) {
        const aside = mkdtempSync(path.join(tmpdir(), "ml-connector-screenshots-"));
        for (const look of [readmeLook, ...otherLooks]) {
          await take({ browser, cookie, folder: aside, look }, Object.values(subjects));
          const open = outside.map((page) => ({
            name: `open${page.replace(/\W+/g, "-")}`,
            url: `${stack.appUrl}${page}`,
          }));
          await take({ browser, cookie: "", folder: aside, look }, open);
        }
      }
    } finally {
      await browser.close();
    }
    return 0;
  } finally {
    await stack.stop();
  }
});
