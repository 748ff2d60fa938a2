import { parseArgs } from "node:util";

import { startStack } from "../lib/stack";
import { appApi } from "./app-api";
import { finalCheck } from "./final-check";
import { Person } from "./person";
import { demoLogin, setUpWorkspace } from "./set-up-workspace";
import { bold, green, heading, line, red } from "./show";
import { demoVendors } from "./vendors";
import { walk } from "./walk";

const { values } = parseArgs({ options: { once: { type: "boolean", default: false } } });

function sayWhereToLook(appUrl: string, slug: string, vendorUrls: readonly [string, string]): void {
  heading("Have a look");
  line(`  the app         ${bold(`${appUrl}/${slug}`)}`);
  line(`                  sign in as ${bold(demoLogin.email)} with the password ${bold(demoLogin.password)}`);
  line(`  FreshBooks      ${vendorUrls[0]}   act as its user: create, send, pay, let fall due`);
  line(`  Pipedrive       ${vendorUrls[1]}   the board, as Pipedrive has it`);
  line();
  line("  Ctrl-C stops everything.");
}

/** The main job, end to end: see README. With `--once` it ends after the walk, 0 if both sides are right, else 1. */
async function main(): Promise<number> {
  const stack = await startStack({ ephemeral: values.once, mode: "production" });
  try {
    const { appUrl, freshbooksUrl, pipedriveUrl } = stack;
    const person = new Person(appUrl);
    const api = appApi(appUrl, person);
    const { slug } = await setUpWorkspace({ appUrl, person, api });
    const vendors = demoVendors(freshbooksUrl, pipedriveUrl);
    const walked = await walk({ api, vendors, workspace: slug });
    const isRight = await finalCheck(vendors, walked);
    line();
    line(
      isRight ? green("  The ledger and the pipeline agree.") : red("  The ledger and the pipeline differ."),
    );
    if (values.once) return isRight ? 0 : 1;
    sayWhereToLook(appUrl, slug, [freshbooksUrl, pipedriveUrl]);
    await stack.untilStopped();
    return 0;
  } finally {
    await stack.stop();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(
    `${red("The demo stopped:")} ${error instanceof Error ? error.message : String(error)}\n`,
  );
  return 1;
});
