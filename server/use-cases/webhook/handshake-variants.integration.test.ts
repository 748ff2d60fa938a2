import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { freshbooksApp } from "../../credentials/oauth-apps";
import { accessToken } from "../../credentials/access-token";
import type { Tenant } from "../../db/tenant";
import { connect } from "../../testing/consent";
import { failureOf } from "../../testing/failure-of";
import { freshbooksVariants } from "../../testing/freshbooks-variants";
import { newInvoice } from "../../testing/ledger";
import { createMember } from "../../testing/people";
import { runSent } from "../../testing/run-sent";
import { tester } from "../../testing/tester";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { variantsOf } from "../../testing/variants";
import { readSwitches, turnSwitches } from "../../testing/vendor-switches";
import type { SwitchValues } from "../../testing/vendor-switches";
import { startWebhookDoor } from "../../testing/webhook-door";
import type { WebhookDoor } from "../../testing/webhook-door";
import { revoke } from "../../vendors/freshbooks/oauth";
import { VendorError } from "../../vendors/http/vendor-error";
import { chooseBusiness } from "../connections/choose-business";
import { registerCallbacks } from "../connections/register-callbacks";

const minuteMs = 60_000;

let sandbox: Sandbox;
let deps: TestDeps;
let door: WebhookDoor;
let defaults: SwitchValues;

beforeAll(async () => {
  sandbox = await startSandbox();
  door = await startWebhookDoor();
  deps = await createTestDeps({ ...sandboxEnv(sandbox), APP_URL: door.url });
  door.open(deps);
  defaults = await readSwitches(sandbox.freshbooks);
});

afterEach(async () => {
  await turnSwitches(sandbox.freshbooks, defaults);
  sandbox.freshbooks.control.clearFaults();
});

afterAll(async () => {
  await door.close();
  await deps.close();
  await sandbox.stop();
});

type Person = Awaited<ReturnType<typeof createMember>>;

async function join(person: Person): Promise<Tenant> {
  await connect(deps, { ...person, vendor: "freshbooks" });
  await chooseBusiness(deps, person.member.tenant, { businessId: "550001", actor: tester });
  return person.member.tenant;
}

async function statusesOf({ workspaceId }: Tenant): Promise<string[]> {
  const rows = await deps.db.callback.findMany({ where: { workspaceId } });
  return rows.map(({ status }) => status);
}

/** Answers the handshakes as they come, until every callback is verified. The sandbox's time passes quickly. */
async function finishHandshakes(tenant: Tenant): Promise<void> {
  await expect
    .poll(
      async () => {
        sandbox.freshbooks.control.advanceClock(minuteMs);
        await runSent(deps, tenant);
        return await statusesOf(tenant);
      },
      { timeout: 10_000 },
    )
    .toEqual(["verified", "verified", "verified", "verified"]);
}

/** Registers as the product does; handshakes that do not come are asked for once more. */
async function register(tenant: Tenant, { handshake }: SwitchValues): Promise<void> {
  await registerCallbacks(deps, tenant, { actor: tester });
  if (handshake !== "never") return;
  await turnSwitches(sandbox.freshbooks, { handshake: "after" });
  await registerCallbacks(deps, tenant, { actor: tester });
}

/** Something happens to an invoice, and its event is stored as verified. */
async function expectToHear({ workspaceId }: Tenant): Promise<void> {
  const objectId = newInvoice(sandbox);
  const where = { workspaceId, objectId, origin: "callback", name: "invoice.create" } as const;
  await expect.poll(() => deps.db.syncEvent.count({ where }), { timeout: 5_000 }).toBe(1);
}

async function removeAll(tenant: Tenant): Promise<void> {
  const client = await deps.freshbooks(tenant);
  for (const { id } of await client.listCallbacks()) await client.deleteCallback(id);
  expect(await client.listCallbacks()).toEqual([]);
}

describe("callbacks, whatever FreshBooks does with them", () => {
  it.each([{ name: "by default", switches: {} }, ...variantsOf(freshbooksVariants, "handshake")])(
    "are verified, heard, asked for again and removed: $name",
    async ({ switches }) => {
      await turnSwitches(sandbox.freshbooks, switches);
      const tenant = await join(await createMember(deps));
      await register(tenant, switches);
      await finishHandshakes(tenant);
      await expectToHear(tenant);

      const client = await deps.freshbooks(tenant);
      const before = await client.listCallbacks();
      for (const { id } of before) await client.resendCallback(id);
      await finishHandshakes(tenant);
      await expectToHear(tenant);

      await registerCallbacks(deps, tenant, { actor: tester });
      expect(await client.listCallbacks()).toHaveLength(before.length);
      await removeAll(tenant);
    },
  );

  it.each(
    variantsOf(freshbooksVariants, "handshake").filter(({ name }) => name.startsWith("eventsErrorShape")),
  )("are refused for what is wrong with them: $name", async ({ switches }) => {
    await turnSwitches(sandbox.freshbooks, switches);
    const tenant = await join(await createMember(deps));
    const client = await deps.freshbooks(tenant);
    const uri = `${door.url}/api/webhooks/freshbooks/none`;
    const unknown = await failureOf(VendorError, client.createCallback({ event: "invoice.overdue", uri }));
    expect(unknown.kind).toBe("invalid");
    const { id } = await client.createCallback({ event: "invoice", uri });
    expect((await failureOf(VendorError, client.verifyCallback(id, "wrong"))).kind).toBe("invalid");
    expect((await failureOf(VendorError, client.verifyCallback("99", "any"))).kind).toBe("not_found");
    await client.deleteCallback("99");
    await removeAll(tenant);
  });

  it.each([true, false])(
    "are there again after the grant was taken back and given anew; they outlived it: %s",
    async (callbacksOutliveRevoke) => {
      await turnSwitches(sandbox.freshbooks, { callbacksOutliveRevoke });
      const person = await createMember(deps);
      const tenant = await join(person);
      await registerCallbacks(deps, tenant, { actor: tester });
      await finishHandshakes(tenant);
      const { token } = await accessToken(deps, tenant, "freshbooks");
      await revoke(freshbooksApp(deps.env, "live"), { clock: deps.clock, log: deps.log }, token);
      await join(person);
      await registerCallbacks(deps, tenant, { actor: tester });
      await finishHandshakes(tenant);
      await expectToHear(tenant);
      const client = await deps.freshbooks(tenant);
      expect(await client.listCallbacks()).toHaveLength(4);
      await removeAll(tenant);
    },
  );
});
