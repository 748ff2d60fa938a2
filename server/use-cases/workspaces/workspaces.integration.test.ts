import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireMember } from "../../db/tenant";
import { AppError } from "../../lib/errors";
import { failureOf } from "../../testing/failure-of";
import { actorOf, createMember, createViewer, joinWorkspace } from "../../testing/people";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { listAudit } from "../audit/list-audit";
import { createWorkspace } from "./create-workspace";
import { leaveWorkspace } from "./leave-workspace";
import { listWorkspaces } from "./list-workspaces";
import { renameWorkspace } from "./rename-workspace";

let deps: TestDeps;

beforeAll(async () => {
  deps = await createTestDeps();
});

afterAll(async () => {
  await deps.close();
});

describe("createWorkspace", () => {
  it("makes its address from the name, gives the next one another, and the maker owns both", async () => {
    const viewer = await createViewer(deps);
    const { userId } = viewer;
    const made = [
      await createWorkspace(deps, { actor: actorOf(viewer), name: "Byte Ltd" }),
      await createWorkspace(deps, { actor: actorOf(viewer), name: "Byte Ltd" }),
    ];
    expect(made[0]).toEqual({
      ...{ slug: "byte-ltd", name: "Byte Ltd", role: "owner" },
      ...{ eraseAt: null, sandbox: null },
    });
    expect(made[1]?.slug).toMatch(/^byte-ltd-\d+$/);
    expect(await listWorkspaces(deps, { userId })).toHaveLength(2);
  });

  it("gives ten that are made at once ten addresses", async () => {
    const viewer = await createViewer(deps);
    const making = Array.from({ length: 10 }, () =>
      createWorkspace(deps, { actor: actorOf(viewer), name: "Same name" }),
    );
    const slugs = (await Promise.all(making)).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(10);
  });

  it("says so in the log", async () => {
    const viewer = await createViewer(deps);
    const { slug } = await createWorkspace(deps, { actor: actorOf(viewer), name: "Noted" });
    const { tenant } = await requireMember(deps.db, viewer.userId, slug);
    const { entries } = await listAudit(deps, tenant, { limit: 10 });
    expect(entries).toMatchObject([
      { action: "workspace.made", subject: "Noted", actorId: viewer.userId, actorEmail: viewer.email },
    ]);
  });
});

describe("renameWorkspace", () => {
  it("changes the name and not the address, and says from what to what", async () => {
    const { viewer, member } = await createMember(deps);
    const { tenant, slug } = member;
    await renameWorkspace(deps, tenant, { actor: actorOf(viewer), name: "New name" });
    await renameWorkspace(deps, tenant, { actor: actorOf(viewer), name: "New name" });
    expect(await requireMember(deps.db, viewer.userId, slug)).toMatchObject({ workspaceName: "New name" });
    const { entries } = await listAudit(deps, tenant, { limit: 10 });
    expect(entries).toMatchObject([
      {
        action: "workspace.renamed",
        changes: [{ name: "name", before: "Test workspace", after: "New name" }],
      },
    ]);
  });
});

describe("leaveWorkspace", () => {
  it("ends one's own access; doing it twice is no error", async () => {
    const { member } = await createMember(deps);
    const { tenant, slug } = member;
    const editor = await joinWorkspace(deps, member, "editor");
    await leaveWorkspace(deps, tenant, { actor: actorOf(editor) });
    await leaveWorkspace(deps, tenant, { actor: actorOf(editor) });
    await expect(requireMember(deps.db, editor.userId, slug)).rejects.toMatchObject({ code: "not_found" });
    const { entries } = await listAudit(deps, tenant, { limit: 10 });
    expect(entries).toMatchObject([{ action: "member.left", subject: editor.email }]);
  });

  it("is refused to the last owner, with what to do", async () => {
    const { viewer, member } = await createMember(deps);
    await joinWorkspace(deps, member, "admin");
    const leave = leaveWorkspace(deps, member.tenant, { actor: actorOf(viewer) });
    const refusal = await failureOf(AppError, leave);
    expect(refusal.code).toBe("conflict");
    expect(refusal.userMessage).toContain("Make another member an owner first");
    expect(await requireMember(deps.db, viewer.userId, member.slug)).toMatchObject({ role: "owner" });
  });

  it("leaves one owner when all of them leave at once", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { viewer, member } = await createMember(deps);
      const owners = [
        viewer,
        await joinWorkspace(deps, member, "owner"),
        await joinWorkspace(deps, member, "owner"),
      ];
      const leaving = owners.map((owner) => leaveWorkspace(deps, member.tenant, { actor: actorOf(owner) }));
      const ends = await Promise.allSettled(leaving);
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
      const where = { workspaceId: member.tenant.workspaceId };
      expect(await deps.db.membership.count({ where })).toBe(1);
    }
  });
});
