import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { findConnection } from "../../db/repos/connection";
import { AppError } from "../../lib/errors";
import { connect } from "../../testing/consent";
import { failureOf } from "../../testing/failure-of";
import { actorOf, createMember } from "../../testing/people";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { chooseBusiness } from "./choose-business";
import { listBusinesses } from "./list-businesses";

const northwind = "550001";
const harbour = "550002";

let sandbox: Sandbox;
let deps: TestDeps;

beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.pipedrive.control.setSwitches({ burstOAuth: 10_000 });
  deps = await createTestDeps(sandboxEnv(sandbox));
});

afterEach(async () => {
  await deps.db.connection.deleteMany();
});

afterAll(async () => {
  await deps.close();
  await sandbox.stop();
});

type Person = Awaited<ReturnType<typeof createMember>>;

function choose({ viewer, member }: Person, businessId: string): Promise<void> {
  return chooseBusiness(deps, member.tenant, { businessId, actor: actorOf(viewer) });
}

/** FreshBooks is connected and its business chosen; Pipedrive is not. */
async function withBusiness(businessId = northwind): Promise<Person> {
  const person = await createMember(deps);
  await connect(deps, { ...person, vendor: "freshbooks" });
  await choose(person, businessId);
  return person;
}

/** Pipedrive is connected, FreshBooks is granted, and its business not chosen yet. */
async function withCompany(): Promise<Person> {
  const person = await createMember(deps);
  await connect(deps, { ...person, vendor: "pipedrive" });
  await connect(deps, { ...person, vendor: "freshbooks" });
  return person;
}

function connectPipedrive(person: Person): Promise<string> {
  return connect(deps, { ...person, vendor: "pipedrive" });
}

async function pairsOf(people: readonly Person[]): Promise<number> {
  const found = await Promise.all(
    people.map(async ({ member }) => {
      const freshbooks = await findConnection(deps.db, member.tenant, "freshbooks");
      const pipedrive = await findConnection(deps.db, member.tenant, "pipedrive");
      return freshbooks?.accountId != null && pipedrive !== null;
    }),
  );
  return found.filter(Boolean).length;
}

describe("a business and a company that another workspace joins already", () => {
  it("are refused whichever is connected second, and nothing is stored", async () => {
    const first = await withBusiness();
    expect(await connectPipedrive(first)).toContain("connected=pipedrive");

    const second = await withBusiness();
    expect(await connectPipedrive(second)).toContain("error=same_pair");
    expect(await findConnection(deps.db, second.member.tenant, "pipedrive")).toBeNull();

    const third = await withCompany();
    const refusal = await failureOf(AppError, choose(third, northwind));
    expect(refusal).toMatchObject({ code: "conflict", details: { reason: "same_pair" } });
    expect(await findConnection(deps.db, third.member.tenant, "freshbooks")).toMatchObject({
      ...{ status: "choosing", accountId: null },
    });
    const { workspaceId } = third.member.tenant;
    expect(await deps.db.auditEntry.count({ where: { workspaceId, action: "business.chosen" } })).toBe(0);
    await choose(third, harbour);
  });

  it("are refused to a reconnect too, while what was made of them may be gone on with", async () => {
    const first = await withBusiness();
    await connectPipedrive(first);
    const dead = { workspaceId: first.member.tenant.workspaceId };
    await deps.db.connection.updateMany({ where: dead, data: { status: "needs_reconnect" } });

    const second = await withBusiness();
    expect(await connectPipedrive(second)).toContain("error=same_pair");
    expect(await connectPipedrive(first)).toContain("connected=pipedrive");
    expect(await connect(deps, { ...first, vendor: "freshbooks" })).toContain("connected=freshbooks");
  });

  it("are not meant by the same ids of another environment, nor by one side alone", async () => {
    const first = await withBusiness();
    await connectPipedrive(first);
    const { workspaceId } = first.member.tenant;
    await deps.db.connection.updateMany({ where: { workspaceId }, data: { environment: "sandbox" } });
    const second = await withBusiness();
    expect(await connectPipedrive(second)).toContain("connected=pipedrive");
    const third = await withBusiness(harbour);
    expect(await connectPipedrive(third)).toContain("connected=pipedrive");
  });

  it("name the workspace to its members alone", async () => {
    const first = await withBusiness();
    await connectPipedrive(first);
    const { workspaceId } = first.member.tenant;
    await deps.db.workspace.update({ where: { id: workspaceId }, data: { name: "Studio North" } });
    const stranger = await withCompany();
    expect((await failureOf(AppError, choose(stranger, northwind))).userMessage).not.toContain("Studio");

    const insider = await withCompany();
    await deps.db.membership.create({
      data: { workspaceId, userId: insider.viewer.userId, role: "viewer" },
    });
    expect((await failureOf(AppError, choose(insider, northwind))).userMessage).toContain("Studio North");
  });

  it.each([
    ["their companies", withBusiness, connectPipedrive],
    ["their businesses", withCompany, (person: Person) => choose(person, northwind)],
  ] as const)("are had by one of ten that connect %s at once", async (_, prepare, join) => {
    const people = await Promise.all(Array.from({ length: 10 }, () => prepare()));
    await Promise.allSettled(people.map((person) => join(person)));
    expect(await pairsOf(people)).toBe(1);
  });

  it("are found when both sides of one workspace are connected at once", async () => {
    const first = await withBusiness();
    await connectPipedrive(first);
    for (let round = 0; round < 5; round += 1) {
      const other = await createMember(deps);
      await connect(deps, { ...other, vendor: "freshbooks" });
      await Promise.allSettled([choose(other, northwind), connectPipedrive(other)]);
      expect(await pairsOf([other])).toBe(0);
    }
  });
});

describe("the list of businesses", () => {
  it("says where each is connected besides: by name to members, to others that it is", async () => {
    const viewing = await createMember(deps);
    await connect(deps, { ...viewing, vendor: "freshbooks" });
    const { tenant } = viewing.member;
    const elsewhere = async () => {
      const businesses = await listBusinesses(deps, tenant, viewing.viewer);
      return businesses.map((business) => business.elsewhere);
    };
    expect(await elsewhere()).toEqual([null, null, null]);

    const other = await withBusiness();
    expect(await elsewhere()).toEqual(["Connected in another workspace.", null, null]);

    const { workspaceId } = other.member.tenant;
    await deps.db.workspace.update({ where: { id: workspaceId }, data: { name: "Studio North" } });
    await deps.db.membership.create({
      data: { workspaceId, userId: viewing.viewer.userId, role: "viewer" },
    });
    await withBusiness();
    expect(await elsewhere()).toEqual(["Connected in Studio North and another workspace.", null, null]);
    await choose(viewing, northwind);
  });
});
