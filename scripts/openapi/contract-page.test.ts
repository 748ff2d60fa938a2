import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, it } from "vitest";

import { freshbooksSdkFaults } from "../contract/freshbooks-sdk-faults";
import { pipedriveSdkFaults } from "../contract/pipedrive-sdk-faults";
import { ROOT } from "../lib/paths";
import { answerDeviations } from "./answer-deviations";
import { operationDeviations } from "./operation-deviations";

const page = readFileSync(path.join(ROOT, "docs", "vendors", "contract.md"), "utf8");

/** The part of the page under the heading that names a file. */
function partAbout(file: string): string {
  return page.split(/^##+ /m).find((part) => part.split("\n", 1)[0]?.includes(file) === true) ?? "";
}

const reasons = (deviations: readonly { because: string }[]) => [
  ...new Set(deviations.map(({ because }) => because)),
];
const faults = (list: readonly { name: string; source: string }[]) =>
  list.map(({ name, source }) => `${name} (${source})`);

it.each([
  ["operation-deviations.ts", reasons(operationDeviations)],
  ["answer-deviations.ts", reasons(answerDeviations)],
  ["pipedrive-sdk-faults.ts", faults(pipedriveSdkFaults)],
  ["freshbooks-sdk-faults.ts", faults(freshbooksSdkFaults)],
])("docs/vendors/contract.md names each entry of %s, and no more", (file, expected) => {
  const part = partAbout(file);
  expect(expected.filter((text) => !part.includes(text))).toEqual([]);
  const rows = part.split("\n").filter((line) => /^(- |\| (?!-|difference))/.test(line));
  expect(rows).toHaveLength(expected.length);
});
