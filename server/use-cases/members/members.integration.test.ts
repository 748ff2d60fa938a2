import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "../../contracts/permissions";
import type { Role } from "../../contracts/permissions";
import { issueOauthState, redeemOauthState } from "../../credentials/oauth-state";
import type { Viewer } from "../../db/repos/session";
import { requireMember } from "../../db/tenant";
import type { Member } from "../../db/tenant";
import { actorOf, createMember, joinWorkspace } from "../../testing/people";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { listAudit } from "../audit/list-audit";
import { inviteMember } from "../invitations/invite-member";
import { leaveWorkspace } from "../workspaces/leave-workspace";
import { changeRole } from "./change-role";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";

let deps: TestDeps;

beforeAll(async () => {
  deps = await createTestDeps({ LOCAL_MAILBOX: "on" });
});

afterAll(async () => {
  await deps.close();
});

/** A workspace with somebody of each role. */
async function company(): Promise<{ member: Member; by: Record<Role, Viewer> }> {
  const { viewer: owner, member } = await createMember(deps);
  const admin = await joinWorkspace(deps, member, "admin");
  const editor = await joinWorkspace(deps, member, "editor");
  const viewer = await joinWorkspace(deps, member, "viewer");
  return { member, by: { owner, admin, editor, viewer } };
}

async function roleOf({ slug }: Member, { userId }: Viewer): Promise<string> {
  return await requireMember(deps.db, userId, slug).then(
    ({ role }) => role,
    () => "none",
  );
}

async function actionsOf({ tenant }: Member): Promise<string[]> {
  const { entries } = await listAudit(deps, tenant, { limit: 100 });
  return entries.map(({ action, subject }) => `${action} ${subject ?? ""}`);
}

async function ownersOf({ tenant }: Member): Promise<number> {
  return await deps.db.membership.count({ where: { workspaceId: tenant.workspaceId, role: "owner" } });
}

describe("listMembers", () => {
  it("shows everybody, the weightiest first, and what the viewer may give", async () => {
    const { member, by } = await company();
    await inviteMember(deps, member.tenant, {
      actor: actorOf(by.owner),
      email: "new@example.com",
      role: "editor",
    });
    const seen = await listMembers(deps, member.tenant, { userId: by.admin.userId, role: "admin" });
    expect(seen.members.map(({ role, isYou }) => [role, isYou])).toEqual([
      ["owner", false],
      ["admin", true],
      ["editor", false],
      ["viewer", false],
    ]);
    expect(seen.grantable).toEqual(["admin", "editor", "viewer"]);
    expect(seen.invitations).toMatchObject([
      { email: "new@example.com", role: "editor", invitedBy: by.owner.name, isExpired: false },
    ]);
    deps.clock.advance(8 * 86_400_000);
    const later = await listMembers(deps, member.tenant, { userId: by.owner.userId, role: "owner" });
    expect(later.grantable).toEqual([...roles]);
    expect(later.invitations).toMatchObject([{ email: "new@example.com", isExpired: true }]);
  });

  it.each(["editor", "viewer"] as const)("tells an %s nothing of invitations", async (role) => {
    const { member, by } = await company();
    await inviteMember(deps, member.tenant, {
      actor: actorOf(by.owner),
      email: "new@example.com",
      role: "editor",
    });
    const seen = await listMembers(deps, member.tenant, { userId: by[role].userId, role });
    expect(seen).toMatchObject({ invitations: [], grantable: [] });
    expect(seen.members).toHaveLength(4);
  });
});

/** Who may give whom which role: every combination of the four. */
const attempts = roles.flatMap((actor) =>
  roles.flatMap((target) => roles.map((role) => ({ actor, target, role }))),
);
const weight: Record<Role, number> = { viewer: 1, editor: 2, admin: 3, owner: 4 };

describe("changeRole", () => {
  it.each(attempts)("$actor makes a $target $role", async ({ actor, target, role }) => {
    const { member, by } = await company();
    const other = await joinWorkspace(deps, member, target);
    const change = changeRole(deps, member.tenant, {
      actor: actorOf(by[actor]),
      userId: other.userId,
      role,
    });
    const mayGive = weight[actor] >= 3 && weight[actor] >= weight[target] && weight[actor] >= weight[role];
    if (mayGive) await change;
    else await expect(change).rejects.toMatchObject({ code: "forbidden" });
    expect(await roleOf(member, other)).toBe(mayGive ? role : target);
    const isChange = mayGive && role !== target;
    expect(await actionsOf(member)).toEqual(isChange ? [`member.role_changed ${other.email}`] : []);
  });

  it("refuses the last owner to be anything less, by whomever", async () => {
    const { member, by } = await company();
    const { userId } = by.owner;
    const change = changeRole(deps, member.tenant, { actor: actorOf(by.owner), userId, role: "admin" });
    await expect(change).rejects.toMatchObject({ code: "conflict" });
    expect(await roleOf(member, by.owner)).toBe("owner");
  });

  it("leaves one owner when two give it up, or take it from each other, at once", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { viewer: one, member } = await createMember(deps);
      const other = await joinWorkspace(deps, member, "owner");
      const whom = round % 2 === 0 ? [one, other] : [other, one];
      const changes = [one, other].map((actor, index) =>
        changeRole(deps, member.tenant, {
          actor: actorOf(actor),
          userId: whom[index]?.userId ?? "",
          role: "viewer",
        }),
      );
      const ends = await Promise.allSettled(changes);
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await ownersOf(member)).toBe(1);
    }
  });

  it("goes by the role that the actor has by then", async () => {
    const { member, by } = await company();
    await changeRole(deps, member.tenant, {
      actor: actorOf(by.owner),
      userId: by.admin.userId,
      role: "viewer",
    });
    const late = changeRole(deps, member.tenant, {
      actor: actorOf(by.admin),
      userId: by.editor.userId,
      role: "viewer",
    });
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
  });

  it("withdraws what somebody invited to and could no longer", async () => {
    const { member, by } = await company();
    const second = await joinWorkspace(deps, member, "owner");
    const actor = actorOf(second);
    for (const role of ["owner", "admin", "viewer"] as const) {
      await inviteMember(deps, member.tenant, { actor, email: `${role}@example.com`, role });
    }
    const change = { actor: actorOf(by.owner), userId: second.userId };
    await changeRole(deps, member.tenant, { ...change, role: "admin" });
    const listed = () => listMembers(deps, member.tenant, { userId: by.owner.userId, role: "owner" });
    const left = (await listed()).invitations.map(({ email }) => email);
    expect(left.toSorted()).toEqual(["admin@example.com", "viewer@example.com"]);
    await changeRole(deps, member.tenant, { ...change, role: "editor" });
    expect((await listed()).invitations).toEqual([]);
    expect(await actionsOf(member)).toContain("invitation.withdrawn owner@example.com");
  });
});

describe("removeMember", () => {
  it("ends access at once, with the consents and invitations of who is removed", async () => {
    const { member, by } = await company();
    const { tenant } = member;
    const { userId, sessionId } = by.admin;
    await inviteMember(deps, tenant, {
      actor: actorOf(by.admin),
      email: "friend@example.com",
      role: "admin",
    });
    const holder = { vendor: "freshbooks", userId, sessionId } as const;
    const state = await issueOauthState(deps, tenant, { ...holder, environment: "live" });
    await removeMember(deps, tenant, { actor: actorOf(by.owner), userId });
    await removeMember(deps, tenant, { actor: actorOf(by.owner), userId });
    expect(await roleOf(member, by.admin)).toBe("none");
    await expect(redeemOauthState(deps, { ...holder, state })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect((await actionsOf(member)).toSorted()).toEqual([
      "invitation.sent friend@example.com",
      "invitation.withdrawn friend@example.com",
      `member.removed ${by.admin.email}`,
    ]);
  });

  it("is refused for a weightier member, for oneself, and to who is not a member any more", async () => {
    const { member, by } = await company();
    const { tenant } = member;
    const remove = (actor: Viewer, whom: Viewer) =>
      removeMember(deps, tenant, { actor: actorOf(actor), userId: whom.userId });
    await expect(remove(by.admin, by.owner)).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove(by.editor, by.viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove(by.owner, by.owner)).rejects.toMatchObject({ code: "invalid_input" });
    await remove(by.owner, by.admin);
    await expect(remove(by.admin, by.viewer)).rejects.toMatchObject({ code: "not_found" });
    expect(await roleOf(member, by.viewer)).toBe("viewer");
  });

  it("leaves an owner when one leaves as the other is removing them", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { viewer: one, member } = await createMember(deps);
      const other = await joinWorkspace(deps, member, "owner");
      const { tenant } = member;
      await Promise.allSettled([
        removeMember(deps, tenant, { actor: actorOf(one), userId: other.userId }),
        leaveWorkspace(deps, tenant, { actor: actorOf(one) }),
        removeMember(deps, tenant, { actor: actorOf(other), userId: one.userId }),
        leaveWorkspace(deps, tenant, { actor: actorOf(other) }),
      ]);
      expect(await ownersOf(member)).toBe(1);
    }
  });
});
