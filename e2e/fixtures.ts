import { test as base } from "@playwright/test";

import type { DemoVendors } from "@/scripts/demo/vendors";
import { runningStack, type RunningStack } from "./environment";
import {
  makeAccount,
  makeWorkspace,
  ownAddress,
  signInBrowser,
  type Account,
  type Workspace,
} from "./support/account";
import { connectWorkspace } from "./support/connect-workspace";

type Fixtures = {
  stack: RunningStack;
  /** The account's business and company in the sandboxes, to act in as their user. */
  vendors: DemoVendors;
  /** Someone new; the test's browser is signed in as them. */
  account: Account;
  /** A workspace of the account's, nothing connected. */
  workspace: Workspace;
  /** A workspace of the account's with both vendors connected by the real flow and a mapping published. */
  connected: Workspace;
};

/** Playwright's test with an account and a workspace of its own for each test that asks for one. */
export const test = base.extend<Fixtures>({
  extraHTTPHeaders: ({}, use) => use({ "x-forwarded-for": ownAddress() }),
  baseURL: ({ stack }, use) => use(stack.appUrl),
  stack: ({}, use) => use(runningStack()),
  vendors: ({ account }, use) => use(account.vendors),
  account: async ({ stack, context }, use) => {
    const account = await makeAccount(stack);
    await signInBrowser(context, account, stack.appUrl);
    await use(account);
  },
  workspace: async ({ account }, use) => {
    await use(await makeWorkspace(account));
  },
  connected: async ({ stack, account, workspace }, use) => {
    await connectWorkspace(stack.appUrl, account, workspace);
    await use(workspace);
  },
});
