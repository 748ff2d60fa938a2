import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import type { MappingRulesDto } from "../../contracts/onboarding";
import type { Member } from "../../db/tenant";
import { fieldSpecs } from "../../domain/mapping/field-specs";
import { invoiceStates } from "../../domain/invoice-states";
import { connect } from "../../testing/consent";
import { tester } from "../../testing/tester";
import { createMember } from "../../testing/people";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { loadRules } from "../sync/load-rules";
import { proposeMappingFor } from "./propose-mapping";
import { publishMapping } from "./publish-mapping";

let sandbox: Sandbox;
let deps: TestDeps;

beforeAll(async () => {
  sandbox = await startSandbox();
  deps = await createTestDeps(sandboxEnv(sandbox));
});

afterEach(() => {
  sandbox.pipedrive.control.reset();
});

afterAll(async () => {
  await deps.close();
  await sandbox.stop();
});

async function connected(): Promise<Member> {
  const { viewer, member } = await createMember(deps);
  await connect(deps, { viewer, member, vendor: "pipedrive" });
  return member;
}

async function propose({ tenant }: Member): Promise<MappingRulesDto> {
  return (await proposeMappingFor(deps, tenant, {})).rules;
}

function publish({ tenant, userId }: Member, rules: MappingRulesDto) {
  return publishMapping(deps, tenant, { rules, actor: { ...tester, userId, email: "ada@example.com" } });
}

/** Names of our custom fields in the company now, twins included. */
function customFieldNames(): string[] {
  const { dealFields, organizationFields } = sandbox.pipedrive.control.state();
  return [...organizationFields, ...dealFields]
    .filter((field) => field["is_custom_field"] === true)
    .map((field) => String(field["field_name"]))
    .filter((name) => name.startsWith("FreshBooks"))
    .sort();
}

const wantedNames = fieldSpecs.map(({ name }) => name).sort();

describe("proposeMappingFor", () => {
  it("offers every pipeline and a mapping in the one for invoices", async () => {
    const member = await connected();
    const proposal = await proposeMappingFor(deps, member.tenant, {});
    expect(proposal.pipelines.map(({ name, stages }) => [name, stages.length])).toEqual([
      ["Sales", 4],
      ["Invoices", 6],
    ]);
    expect(proposal.rules.pipelineId).toBe(2);
    expect(Object.values(proposal.rules.stageNames)).toContain("Partly paid");
    expect(proposal.liveVersion).toBeNull();
    const sales = await proposeMappingFor(deps, member.tenant, { pipelineId: 1 });
    expect(sales.rules.pipelineId).toBe(1);
  });

  it("gives back the live mapping once there is one", async () => {
    const member = await connected();
    const rules = { ...(await propose(member)), dealTitle: "Nr {{invoice.number}}" };
    await publish(member, rules);
    const proposal = await proposeMappingFor(deps, member.tenant, {});
    expect(proposal).toMatchObject({ liveVersion: 1, rules: { dealTitle: "Nr {{invoice.number}}" } });
  });
});

describe("publishMapping", () => {
  it("makes every field once, binds every state, and makes version 1 live", async () => {
    const member = await connected();
    expect(await publish(member, await propose(member))).toEqual({ version: 1 });
    expect(customFieldNames()).toEqual(wantedNames);
    const live = await loadRules(deps.db, member.tenant);
    expect(live?.version).toBe(1);
    const { options } = live?.bindings.deal.state ?? { options: {} };
    expect(Object.keys(options).sort()).toEqual([...invoiceStates].sort());
    expect(new Set(Object.values(options)).size).toBe(invoiceStates.length);
  });

  it("makes no twin when published again, nor from another workspace of the same company", async () => {
    const [member, neighbour] = [await connected(), await connected()];
    const rules = await propose(member);
    await publish(member, rules);
    expect(await publish(member, rules)).toEqual({ version: 2 });
    expect(await publish(neighbour, rules)).toEqual({ version: 1 });
    expect(customFieldNames()).toEqual(wantedNames);
    const [own, theirs] = [
      await loadRules(deps.db, member.tenant),
      await loadRules(deps.db, neighbour.tenant),
    ];
    expect(own?.bindings).toEqual(theirs?.bindings);
  });

  it("goes on after a failure half way without a twin", async () => {
    const member = await connected();
    const rules = await propose(member);
    sandbox.pipedrive.control.addFault({ method: "POST", path: "/api/v2/dealFields", nth: 3, status: 500 });
    await expect(publish(member, rules)).rejects.toMatchObject({ kind: "unavailable" });
    expect(await loadRules(deps.db, member.tenant)).toBeNull();
    expect(await publish(member, rules)).toEqual({ version: 1 });
    expect(customFieldNames()).toEqual(wantedNames);
  });

  it("finds a field whose creation was answered with an error after all", async () => {
    const member = await connected();
    const rules = await propose(member);
    const path = "/api/v2/dealFields";
    sandbox.pipedrive.control.addFault({ method: "POST", path, nth: 2, status: 500, when: "after" });
    await expect(publish(member, rules)).rejects.toMatchObject({ mayHaveHappened: true });
    await publish(member, rules);
    expect(customFieldNames()).toEqual(wantedNames);
  });

  it("adds the options that are missing", async () => {
    const member = await connected();
    const client = await deps.pipedrive(member.tenant);
    const made = await client.createField("deal", {
      name: "FreshBooks status",
      type: "enum",
      options: ["Sent", "Paid"],
    });
    await publish(member, await propose(member));
    const live = await loadRules(deps.db, member.tenant);
    expect(live?.bindings.deal.state.code).toBe(made.code);
    expect(Object.keys(live?.bindings.deal.state.options ?? {})).toHaveLength(invoiceStates.length);
    expect(customFieldNames()).toEqual(wantedNames);
  });

  it("says which right is missing when fields may not be made", async () => {
    const member = await connected();
    const body = { success: false, error: "Forbidden", errorCode: 403 };
    sandbox.pipedrive.control.addFault({
      method: "POST",
      path: "/api/v2/organizationFields",
      status: 403,
      body,
    });
    const publishing = publish(member, await propose(member));
    await expect(publishing).rejects.toMatchObject({ code: "vendor_refused" });
    await expect(publishing).rejects.toThrow("Add custom fields");
    expect(await loadRules(deps.db, member.tenant)).toBeNull();
  });

  it("numbers concurrent publishes without gap, duplicate or twin field", async () => {
    const member = await connected();
    const rules = await propose(member);
    const results = await Promise.all(Array.from({ length: 4 }, () => publish(member, rules)));
    expect(results.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
    expect(customFieldNames()).toEqual(wantedNames);
    expect((await loadRules(deps.db, member.tenant))?.version).toBe(4);
  });

  it("makes no twin when two workspaces of one company publish at once", async () => {
    const [member, neighbour] = [await connected(), await connected()];
    const rules = await propose(member);
    await Promise.all([publish(member, rules), publish(neighbour, rules)]);
    expect(customFieldNames()).toEqual(wantedNames);
  });

  it("refuses a stage of another pipeline, and makes nothing", async () => {
    const member = await connected();
    const rules = await propose(member);
    const stray = { stageId: 1, status: "open", lostReason: null } as const;
    const publishing = publish(member, { ...rules, states: { ...rules.states, sent: stray } });
    await expect(publishing).rejects.toMatchObject({ code: "invalid_input" });
    expect(customFieldNames()).toEqual([]);
  });

  it("keeps versions unchanged once they are published", async () => {
    const member = await connected();
    const rules = await propose(member);
    await publish(member, { ...rules, dealTitle: "One" });
    await publish(member, { ...rules, dealTitle: "Two" });
    const versions = await deps.db.mappingVersion.findMany({
      where: { workspaceId: member.tenant.workspaceId },
      orderBy: { version: "asc" },
    });
    expect(versions).toMatchObject([
      { version: 1, rules: { dealTitle: "One" }, createdById: member.userId },
      { version: 2, rules: { dealTitle: "Two" } },
    ]);
  });
});
