import { setTimeout as pause } from "node:timers/promises";

import type { AppApi } from "./app-api";
import { confirmAddress } from "./mailed-token";
import type { Person } from "./person";
import { fact, green, heading, hop } from "./show";

export const demoLogin = { name: "Ada Byte", email: "ada@example.com", password: "ledger and pipeline" };

type Scene = { appUrl: string; person: Person; api: AppApi };

/** The workspace the demo works in, and what it is called in addresses. */
export type DemoWorkspace = { slug: string };

async function timed<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  hop(performance.now() - began, text);
  return result;
}

/** Signs up, or signs in when the demo ran here before. */
async function enter({ person, api }: Scene): Promise<void> {
  const known = await person.signIn(demoLogin).then(
    () => true,
    () => false,
  );
  if (known) {
    fact(`${demoLogin.name} signs in again`);
    await timed("the workspaces of earlier demos are disconnected", () => leaveFormer(api));
    return;
  }
  await timed(`${demoLogin.name} signs up as ${demoLogin.email}`, () => api.account.signUp.mutate(demoLogin));
  await timed("and signs in", () => person.signIn(demoLogin));
  await timed("confirms the address by the link that was mailed", () => confirmAddress(api, demoLogin.email));
}

/**
 * Ends what a demo before this one has connected: the sandboxes have forgotten it, and two workspaces may not join the
 * same business to the same company.
 */
async function leaveFormer(api: AppApi): Promise<void> {
  for (const { slug: workspace } of await api.workspace.list.query()) {
    for (const vendor of ["freshbooks", "pipedrive"] as const) {
      await api.connections.disconnect.mutate({ workspace, vendor, data: "erase" });
    }
  }
}

/** Presses a connect button, and "Allow" on the vendor's consent page; ends where the vendor sends us back. */
async function connect({ appUrl, person }: Scene, vendor: "freshbooks" | "pipedrive", slug: string) {
  const consent = await person.visit(`${appUrl}/api/oauth/${vendor}/start?workspace=${slug}`);
  const back = await person.press(consent, { name: "decision", value: "allow" });
  const error = new URL(back.url).searchParams.get("error");
  if (error !== null || back.status >= 400) {
    throw new Error(`Connecting ${vendor} ended at ${back.url} (HTTP ${String(back.status)}).`);
  }
}

async function callbacksVerified(api: AppApi, workspace: string): Promise<number> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const { callbacks } = await api.onboarding.get.query({ workspace });
    const verified = callbacks.filter(({ status }) => status === "verified").length;
    if (callbacks.length > 0 && verified === callbacks.length) return verified;
    if (performance.now() > deadline) {
      const states = callbacks.map(({ noun, status, lastError }) => `${noun} ${status} ${lastError ?? ""}`);
      throw new Error(`The callbacks are not verified: ${states.join(", ")}`);
    }
    await pause(50);
  }
}

async function chooseFirstUsable(api: AppApi, workspace: string): Promise<string> {
  const businesses = await api.onboarding.listBusinesses.query({ workspace });
  const usable = businesses.find((business) => business.usable);
  if (!usable) throw new Error("None of the FreshBooks businesses can be connected.");
  await api.onboarding.chooseBusiness.mutate({ workspace, businessId: usable.businessId });
  return usable.name;
}

async function onboard(scene: Scene, workspace: string): Promise<void> {
  const { api } = scene;
  await timed("FreshBooks connected on its consent page", () => connect(scene, "freshbooks", workspace));
  const business = await timed("business chosen", () => chooseFirstUsable(api, workspace));
  fact(`business: ${business}`);
  const verified = await timed("callbacks registered, handshakes done", () =>
    callbacksVerified(api, workspace),
  );
  fact(`${String(verified)} callbacks verified, each on its own path`);
  await timed("Pipedrive connected on its consent page", () => connect(scene, "pipedrive", workspace));
  const proposal = await timed("mapping proposed", () => api.onboarding.proposeMapping.query({ workspace }));
  const { version } = await timed("mapping published, custom fields made in Pipedrive", () =>
    api.onboarding.publishMapping.mutate({ workspace, rules: proposal.rules }),
  );
  const pipeline = proposal.pipelines.find(({ id }) => id === proposal.rules.pipelineId);
  fact(`mapping version ${String(version)}: pipeline “${pipeline?.name ?? ""}”`);
}

/**
 * A demo workspace by the real flow: sign-up, consent pages, callback handshakes, mapping. Nothing is put into the
 * database by hand. A second demo on the same data makes a second workspace: the sandboxes forget, the database does not.
 */
export async function setUpWorkspace(scene: Scene): Promise<DemoWorkspace> {
  heading("1 · A workspace, by the way every user goes");
  await enter(scene);
  const { api } = scene;
  const workspace = await timed("workspace made", () =>
    api.workspace.create.mutate({ name: "Northwind Studio" }),
  );
  await onboard(scene, workspace.slug);
  fact(green("ready: from here on nobody needs to do anything"));
  return { slug: workspace.slug };
}
