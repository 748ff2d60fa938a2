import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import type { Tenant } from "@/server/db/tenant";
import { connect } from "@/server/testing/consent";
import { newClient, newInvoice } from "@/server/testing/ledger";
import { actorOf, createMember } from "@/server/testing/people";
import { syncObject } from "@/server/testing/run-object";
import { tester } from "@/server/testing/tester";
import { createTestDeps, sandboxEnv } from "@/server/testing/test-deps";
import type { TestDeps } from "@/server/testing/test-deps";
import { chooseBusiness } from "@/server/use-cases/connections/choose-business";
import { proposeMappingFor } from "@/server/use-cases/onboarding/propose-mapping";
import { publishMapping } from "@/server/use-cases/onboarding/publish-mapping";

import { sayAbsent } from "../openapi/absent";
import { customFieldsSchema } from "../openapi/custom-fields-schema";
import { requestMistakes } from "../openapi/request-mistakes";
import { findRoute } from "../openapi/route-of";
import { readSpecification } from "../openapi/specification";
import { startRecorder } from "./recorder";
import type { Recorder } from "./recorder";

/*
 * The bodies that the product's client is given in the other contract test are made up there; here they are those that
 * the product plans by itself, while an invoice goes through its life.
 */
const specification = readSpecification();

let sandbox: Sandbox;
let recorder: Recorder;
let deps: TestDeps;
let tenant: Tenant;

beforeAll(async () => {
  sandbox = await startSandbox();
  recorder = await startRecorder(sandbox.pipedrive.url);
  deps = await createTestDeps(sandboxEnv({ freshbooks: sandbox.freshbooks, pipedrive: recorder }));
  const { viewer, member } = await createMember(deps);
  tenant = member.tenant;
  await connect(deps, { viewer, member, vendor: "freshbooks" });
  await chooseBusiness(deps, tenant, { businessId: "550001", actor: tester });
  await connect(deps, { viewer, member, vendor: "pipedrive" });
  const { rules } = await proposeMappingFor(deps, tenant, {});
  await publishMapping(deps, tenant, { rules, actor: actorOf(viewer) });
});

afterAll(async () => {
  await deps.close();
  await recorder.stop();
  await sandbox.stop();
});

/** The life of an invoice and its client, the product looking after each change. */
async function liveThrough(): Promise<string[]> {
  const { control } = sandbox.freshbooks;
  const clientId = newClient(sandbox);
  const freshbooksId = newInvoice(sandbox, { clientId });
  const id = Number(freshbooksId);
  const changes = [
    () => undefined,
    () => control.markAsSent(id),
    () => control.viewInvoice(id),
    () => control.recordPayment(id, { amount: "100.00" }),
    () => control.letFallDue(id),
    () => control.recordPayment(id, { amount: "800.00" }),
    () => control.deleteInvoice(id),
  ];
  const outcomes: string[] = [];
  for (const change of changes) {
    change();
    outcomes.push(await syncObject(deps, tenant, { kind: "invoice", freshbooksId }));
  }
  control.updateClient(Number(clientId), { organization: "Acme AG", p_city: "Berlin" });
  outcomes.push(await syncObject(deps, tenant, { kind: "client", freshbooksId: clientId }));
  return outcomes;
}

describe("the requests of a whole sync, by Pipedrive's OpenAPI files", () => {
  if (specification === null) {
    it.skip(sayAbsent("pipedrive: requests of a whole sync"), () => undefined);
    return;
  }

  it("are all as specified, custom fields by their types", async () => {
    const outcomes = await liveThrough();
    expect(outcomes.filter((outcome) => outcome.startsWith("failed"))).toEqual([]);
    const client = await deps.pipedrive(tenant);
    const fields = [...(await client.listFields("deal")), ...(await client.listFields("organization"))];
    const customFields = customFieldsSchema(fields.filter(({ isCustom }) => isCustom));
    const calls = recorder.exchanges.filter(({ path }) => path.startsWith("/api/"));
    const mistakes = calls.flatMap((call) => {
      const specified = findRoute(specification, call.method, call.path);
      const found = specified ? requestMistakes(specified, call, customFields) : ["is not specified"];
      return found.map((mistake) => `${call.method} ${call.path}: ${mistake}`);
    });
    expect(mistakes).toEqual([]);
    const writes = calls.filter(({ method }) => method === "PATCH" || method === "POST");
    expect(writes.length).toBeGreaterThanOrEqual(8);
  });
});
