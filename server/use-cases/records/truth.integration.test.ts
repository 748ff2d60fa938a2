import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import type { Member } from "../../db/tenant";
import type { SourceInvoice } from "../../domain/source";
import { connect } from "../../testing/consent";
import { actorOf, createMember } from "../../testing/people";
import { seedRecord } from "../../testing/seed-sync";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { proposeMappingFor } from "../onboarding/propose-mapping";
import { publishMapping } from "../onboarding/publish-mapping";
import { loadRules } from "../sync/load-rules";
import { getRecord } from "./get-record";

const euro = (amount: string) => ({ amount, currency: "EUR" });
const invoice: SourceInvoice = {
  id: "900042",
  number: "0042",
  clientId: "31",
  clientName: "Byte Ltd",
  currency: "EUR",
  amount: euro("1200.50"),
  outstanding: euro("1200.50"),
  paid: euro("0.00"),
  createDate: "2026-11-01",
  dueDate: "2026-12-01",
  datePaid: null,
  description: "",
  poNumber: "",
  axes: {
    status: 2,
    displayStatus: "sent",
    paymentStatus: "unpaid",
    v3Status: "sent",
    depositStatus: "none",
    autobillStatus: "",
    disputeStatus: "",
    visibility: "active",
  },
  version: "1",
};

let sandbox: Sandbox;
let deps: TestDeps;
let member: Member;

beforeAll(async () => {
  sandbox = await startSandbox();
  deps = await createTestDeps(sandboxEnv(sandbox));
  const made = await createMember(deps);
  member = made.member;
  await connect(deps, { ...made, vendor: "pipedrive" });
  const { rules } = await proposeMappingFor(deps, member.tenant, {});
  await publishMapping(deps, member.tenant, { rules, actor: actorOf(made.viewer) });
});

afterAll(async () => {
  await deps.close();
  await sandbox.stop();
});

async function link(entity: "deal" | "organization", freshbooksId: string, more: object): Promise<void> {
  const { workspaceId } = member.tenant;
  const id = `lnk_${entity}_${freshbooksId}`;
  await deps.db.link.create({
    data: { workspaceId, id, entity, freshbooksId, state: "linked", intentId: id, ...more },
  });
}

describe("both sides of an invoice", () => {
  it("stand next to each other, each value in step or waiting by itself", async () => {
    const { tenant } = member;
    const freshbooksId = invoice.id;
    const recordId = await seedRecord(deps.db, tenant, {
      freshbooksId,
      clientFreshbooksId: "31",
      snapshot: invoice,
    });
    const live = await loadRules(deps.db, tenant);
    const number = `custom_fields.${live?.bindings.deal.number.code ?? ""}`;
    await link("organization", "31", { pipedriveId: 7 });
    const written = { org_id: 7, value: 1000, currency: "EUR", [number]: "0042" };
    await link("deal", freshbooksId, {
      pipedriveId: 42,
      written,
      writtenAt: new Date("2026-11-20T10:00:00Z"),
    });

    const detail = await getRecord(deps, tenant, { recordId });
    expect(detail).toMatchObject({
      isSandbox: true,
      pipedriveUrl: `${sandbox.pipedrive.url}/deals/42?company=12345678`,
    });
    const row = (label: string) => detail.truth.find((line) => line.label === label);
    expect(row("Organization")).toMatchObject({ ledger: "Byte Ltd", pipeline: "Byte Ltd", state: "in_step" });
    expect(row("Value")).toMatchObject({
      source: "invoice.amount",
      ledger: "1200.50",
      pipeline: "1000.00",
      state: "waiting",
    });
    expect(row("FreshBooks invoice number")).toMatchObject({ pipeline: "0042", state: "in_step" });
    expect(row("Stage")).toMatchObject({ ledger: "Sent", pipeline: null, state: "waiting", writtenAt: null });
    expect(row("Currency")?.writtenAt).toEqual(new Date("2026-11-20T10:00:00Z"));
  });

  it("are cut where the record fails", async () => {
    const id = "900043";
    const snapshot = { ...invoice, id };
    const failing = { freshbooksId: id, snapshot, health: "failing", reason: "Refused." } as const;
    const recordId = await seedRecord(deps.db, member.tenant, failing);
    const { truth } = await getRecord(deps, member.tenant, { recordId });
    expect(new Set(truth.map(({ state }) => state))).toEqual(new Set(["failing"]));
  });

  it("are left out while the source was never read", async () => {
    const recordId = await seedRecord(deps.db, member.tenant, { freshbooksId: "900044" });
    expect((await getRecord(deps, member.tenant, { recordId })).truth).toEqual([]);
  });
});
