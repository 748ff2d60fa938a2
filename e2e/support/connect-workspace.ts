import { expect } from "@playwright/test";

import type { Account, Workspace } from "./account";

const HANDSHAKES_WITHIN_MS = 30_000;

/** Presses connect, and on the vendor's consent page "Allow" as the account's own user there. */
export async function connectVendor(
  appUrl: string,
  { person, side }: Account,
  { slug }: Workspace,
  vendor: "freshbooks" | "pipedrive",
): Promise<void> {
  const consent = await person.visit(`${appUrl}/api/oauth/${vendor}/start?workspace=${slug}`);
  const back = await person.press(
    consent,
    { name: "decision", value: "allow" },
    {
      user_id: String(vendor === "freshbooks" ? side.identityId : side.userId),
    },
  );
  expect(new URL(back.url).searchParams.get("connected"), `${vendor} is connected`).toBe(vendor);
}

/** Chooses the account's business, and waits for its callbacks' handshakes. */
export async function chooseBusiness({ api, side }: Account, { slug: workspace }: Workspace): Promise<void> {
  const businesses = await api.onboarding.listBusinesses.query({ workspace });
  const businessId = businesses.find(({ name }) => name === side.businessName)?.businessId ?? "";
  await api.onboarding.chooseBusiness.mutate({ workspace, businessId });
  const unverified = async () => {
    const { callbacks } = await api.onboarding.get.query({ workspace });
    return callbacks.length === 0
      ? "none registered"
      : callbacks.filter(({ status }) => status !== "verified");
  };
  await expect.poll(unverified, { timeout: HANDSHAKES_WITHIN_MS }).toEqual([]);
}

/** Publishes the mapping that is proposed. */
export async function publishMapping({ api }: Account, { slug: workspace }: Workspace): Promise<void> {
  const { rules } = await api.onboarding.proposeMapping.query({ workspace });
  await api.onboarding.publishMapping.mutate({ workspace, rules });
}

/** The whole set-up as a person does it, over HTTP: both consents, the business, the mapping. */
export async function connectWorkspace(
  appUrl: string,
  account: Account,
  workspace: Workspace,
): Promise<void> {
  await connectVendor(appUrl, account, workspace, "freshbooks");
  await chooseBusiness(account, workspace);
  await connectVendor(appUrl, account, workspace, "pipedrive");
  await publishMapping(account, workspace);
}
