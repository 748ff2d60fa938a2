import { randomInt, randomUUID } from "node:crypto";

import type { BrowserContext } from "@playwright/test";

import { appApi, type AppApi } from "@/scripts/demo/app-api";
import { confirmAddress } from "@/scripts/demo/mailed-token";
import { Person } from "@/scripts/demo/person";
import { demoVendors, type DemoVendors } from "@/scripts/demo/vendors";
import type { RunningStack } from "../environment";
import { makeVendorSide, type VendorSide } from "./vendor-side";

/** Someone with an account, signed in over HTTP. */
export type Account = {
  name: string;
  email: string;
  password: string;
  /** Their browser without a screen. */
  person: Person;
  /** The app's API as they may use it. */
  api: AppApi;
  /** Their business and company in the sandboxes, and what they do there. */
  side: VendorSide;
  vendors: DemoVendors;
};

/** A workspace by its name and by its word in addresses. */
export type Workspace = { name: string; slug: string };

/** Eight characters that no other test has. */
export function unique(): string {
  return randomUUID().slice(0, 8);
}

/** An address that nobody else comes from, as the app counts tries by address. */
export function ownAddress(): string {
  return `10.${String(randomInt(256))}.${String(randomInt(256))}.${String(randomInt(256))}`;
}

/** Details of somebody who has no account yet. */
export function newcomer(name = "Olive Owner"): Pick<Account, "name" | "email" | "password"> {
  const mark = unique();
  return { name: `${name} ${mark}`, email: `person-${mark}@example.com`, password: "ledger and pipeline" };
}

/** Signs somebody up and in over HTTP, confirms their address, and gives them books and a pipeline of their own. */
export async function makeAccount(stack: RunningStack, name?: string): Promise<Account> {
  const { appUrl, freshbooksUrl, pipedriveUrl } = stack;
  const person = new Person(appUrl, ownAddress());
  const api = appApi(appUrl, person);
  const details = newcomer(name);
  await api.account.signUp.mutate(details);
  await person.signIn(details);
  await confirmAddress(api, details.email);
  const side = await makeVendorSide(stack);
  return { ...details, person, api, side, vendors: demoVendors(freshbooksUrl, pipedriveUrl, side) };
}

/** Gives a browser the account's session, as if they had signed in there. */
export async function signInBrowser(
  context: BrowserContext,
  account: Account,
  appUrl: string,
): Promise<void> {
  const { cookie = "" } = await account.person.headersFor(appUrl);
  const pairs = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: appUrl };
  });
  await context.addCookies(pairs);
}

/** Makes a workspace of the account's own. */
export async function makeWorkspace(account: Account, name = `Studio ${unique()}`): Promise<Workspace> {
  const { slug } = await account.api.workspace.create.mutate({ name });
  return { name, slug };
}
