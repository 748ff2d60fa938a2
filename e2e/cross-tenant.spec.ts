import { expect, type Page } from "@playwright/test";

import { test } from "./fixtures";
import { makeAccount, makeWorkspace, signInBrowser, unique } from "./support/account";
import { listCallbacks } from "./support/callbacks";
import { connectWorkspace } from "./support/connect-workspace";
import { makeInvoice } from "./support/invoices";
import { callProcedure, workspaceCalls } from "./support/procedures";

const settings = ["/settings", "/settings/members", "/settings/audit"];
const pages = ["", "/records", "/activity", "/connections", "/onboarding", ...settings];

/** Collects every body that the browser is given, scripts and pictures left out. */
function collectBodies(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (/html|json|x-component/.test(type) && response.status() < 300) {
      bodies.push(response.text().catch(() => ""));
    }
  });
  return async () => (await Promise.all(bodies)).join("\n");
}

test("another person's workspace does not exist, in pages and in the API", async ({ page, stack }) => {
  const owner = await makeAccount(stack, "Olive Owner");
  const workspace = await makeWorkspace(owner, `Zebra Holdings ${unique()}`);
  await connectWorkspace(stack.appUrl, owner, workspace);
  const { clientName, recordId } = await makeInvoice(owner.vendors, owner, workspace);
  const secrets = [owner.name, owner.email, workspace.name, clientName, owner.side.businessName];

  const stranger = await makeAccount(stack, "Stan Stranger");
  const foreign = await makeWorkspace(stranger);
  await signInBrowser(page.context(), stranger, stack.appUrl);
  for (const path of [...pages, `/records/${recordId}`]) {
    const answer = await page.goto(`/${workspace.slug}${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText("There is nothing at this address")).toBeVisible();
    const body = (await answer?.text()) ?? "";
    expect(
      secrets.filter((secret) => body.includes(secret)),
      path,
    ).toEqual([]);
  }
  for (const call of workspaceCalls(workspace.slug, recordId, owner.side)) {
    const { status, body } = await callProcedure(page.request, call);
    expect(status, call.path).toBe(404);
    expect(body, call.path).toContain('"NOT_FOUND"');
    expect(
      secrets.filter((secret) => body.includes(secret)),
      call.path,
    ).toEqual([]);
  }
  const byRecord = workspaceCalls(foreign.slug, recordId, stranger.side).filter(
    ({ input }) => "recordId" in input,
  );
  expect(byRecord).toHaveLength(2);
  for (const call of byRecord) {
    expect((await callProcedure(page.request, call)).status, call.path).toBe(404);
  }
  const entry = await page.goto(`/${foreign.slug}/records/${recordId}`);
  expect(await entry?.text()).not.toContain(clientName);
  await expect(page.getByText("This workspace has no such record.")).toBeVisible();

  const { attempts } = await owner.api.records.get.query({ workspace: workspace.slug, recordId });
  expect(attempts.filter(({ origin }) => origin === "replay")).toEqual([]);
});

test("nobody connects a vendor to another person's workspace", async ({ page, stack, account }) => {
  const owner = await makeAccount(stack);
  const workspace = await makeWorkspace(owner);
  expect(account.email).not.toBe(owner.email);
  await page.goto(`/api/oauth/freshbooks/start?workspace=${workspace.slug}`);
  expect(new URL(page.url()).origin).toBe(stack.appUrl);
  const { connections } = await owner.api.onboarding.get.query({ workspace: workspace.slug });
  expect(connections.every(({ status }) => status === "absent")).toBe(true);
});

test("signed out, every procedure says so", async ({ request, account, workspace }) => {
  for (const call of workspaceCalls(workspace.slug, "rec_none", account.side)) {
    expect((await callProcedure(request, call)).status, call.path).toBe(401);
  }
});

test("the owner is let in everywhere, and no body ever holds a secret", async ({
  page,
  stack,
  vendors,
  account,
  connected,
}) => {
  const { clientName, recordId } = await makeInvoice(vendors, account, connected);
  const bodies = collectBodies(page);
  for (const path of [...pages, `/records/${recordId}`]) {
    const answer = await page.goto(`/${connected.slug}${path}`);
    expect(answer?.status(), path).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await expect(page.getByRole("main")).toContainText(clientName);
  const answers = [];
  const allowed = workspaceCalls(connected.slug, recordId, account.side).filter(
    ({ isRefusedHere }) => isRefusedHere !== true,
  );
  for (const call of allowed) {
    const { status, body } = await callProcedure(page.request, call);
    expect(status, call.path).toBe(200);
    answers.push(body);
  }
  const everything = [await bodies(), ...answers].join("\n");
  expect(everything, "the bodies were seen").toContain(clientName);

  const callbacks = await listCallbacks(stack.freshbooksUrl, account.side);
  const known = callbacks.flatMap(({ verifier, uri }) => [verifier, uri.split("/").at(-1) ?? verifier]);
  expect(known.length).toBeGreaterThanOrEqual(8);
  const words = ["sandbox-freshbooks-secret", "sandbox-pipedrive-secret", "passwordHash", "$argon2"];
  expect([...known, ...words].filter((secret) => everything.includes(secret))).toEqual([]);
  const shapes = {
    "FreshBooks access token": /eyJ[\w-]+\.[\w-]{40,}\.[\w-]+/,
    "Pipedrive access token": /v1u:[\w+/]{40,}/,
    "Pipedrive refresh token": /\d+:\d+:[0-9a-f]{40}/,
    "sealed secret": /\bv1\.[a-z0-9-]+\.[\w-]{16}\.[\w-]{20,}/,
  };
  const found = Object.entries(shapes).filter(([, shape]) => shape.test(everything));
  expect(found.map(([name]) => name)).toEqual([]);
});
