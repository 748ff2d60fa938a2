import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "@playwright/test";

import { appApi } from "../demo/app-api";
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
