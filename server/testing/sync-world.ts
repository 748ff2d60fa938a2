import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import type { Tenant } from "../db/tenant";
import { chooseBusiness } from "../use-cases/connections/choose-business";
import { proposeMappingFor } from "../use-cases/onboarding/propose-mapping";
import { publishMapping } from "../use-cases/onboarding/publish-mapping";
import { connect } from "./consent";
import { actorOf, createMember } from "./people";
import { tester } from "./tester";
import { createTestDeps, sandboxEnv } from "./test-deps";
import type { TestDeps } from "./test-deps";

/** A workspace connected on both sides through the real flow, with its mapping live, and both stand-ins at hand. */
export type SyncWorld = {
  sandbox: Sandbox;
  deps: TestDeps;
  tenant: Tenant;
  userId: string;
  slug: string;
  /** Connects Pipedrive again, as a person does after "Reconnect". */
  reconnectPipedrive: () => Promise<void>;
  close: () => Promise<void>;
};

type Person = Awaited<ReturnType<typeof createMember>>;

type Joined = { businessId: string; pipedriveUserId?: number };

/**
 * Joins a person's workspace to a business and to a company, Acme unless a user of another is named, through the real
 * flow, and publishes its mapping.
 */
export async function joinVendors(deps: TestDeps, person: Person, joined: Joined): Promise<void> {
  const { viewer, member } = person;
  const { businessId, pipedriveUserId: vendorUserId } = joined;
  const { tenant } = member;
  await connect(deps, { viewer, member, vendor: "freshbooks" });
  await chooseBusiness(deps, tenant, { businessId, actor: tester });
  await connect(deps, { viewer, member, vendor: "pipedrive", vendorUserId });
  const { rules } = await proposeMappingFor(deps, tenant, {});
  await publishMapping(deps, tenant, { rules, actor: actorOf(viewer) });
}

/** `env` goes beside what the stand-ins need, such as an `APP_URL` that listens. */
export async function createSyncWorld(env: Record<string, string> = {}): Promise<SyncWorld> {
  const sandbox = await startSandbox();
  // Runs wait by moving their own clock: by the sandbox's they would meet its two-second window all at once.
  sandbox.pipedrive.control.setSwitches({ burstOAuth: 10_000 });
  const deps = await createTestDeps({ ...sandboxEnv(sandbox), ...env });
  const { viewer, member } = await createMember(deps);
  const { tenant, slug } = member;
  await joinVendors(deps, { viewer, member }, { businessId: "550001" });
  const reconnectPipedrive = async () => {
    await connect(deps, { viewer, member, vendor: "pipedrive" });
  };
  const close = async () => {
    await deps.close();
    await sandbox.stop();
  };
  return { sandbox, deps, tenant, userId: viewer.userId, slug, reconnectPipedrive, close };
}
