import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../contracts/permissions";
import type { Viewer } from "../../db/repos/session";
import { requireMember } from "../../db/tenant";
import { AppError } from "../../lib/errors";
import { failureOf } from "../../testing/failure-of";
import { mailedToken, mailsTo } from "../../testing/mailed";
import { actorOf, createMember, createViewer, joinWorkspace } from "../../testing/people";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { listAudit } from "../audit/list-audit";
import { listMembers } from "../members/list-members";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { previewInvitation } from "./preview-invitation";
import { resendInvitation } from "./resend-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

const dayMs = 86_400_000;

let deps: TestDeps;

beforeAll(async () => {
  deps = await createTestDeps({ LOCAL_MAILBOX: "on" });
});

afterAll(async () => {
  await deps.close();
});

function newAddress(): string {
  return `${randomBytes(6).toString("hex")}@example.com`;
}

/** A workspace whose owner has invited somebody with an account, or an address without any. */
async function invited(role: Role = "editor", email?: string) {
  const { viewer: owner, member } = await createMember(deps);
  const guest = email === undefined ? await createViewer(deps, "Gus Guest") : null;
  const to = email ?? guest?.email ?? "";
  const actor = actorOf(owner);
  await inviteMember(deps, member.tenant, { actor, email: to, role });
  const own = await listMembers(deps, member.tenant, { userId: owner.userId, role: "owner" });
  const invitationId = own.invitations[0]?.id ?? "";
  return { owner, actor, member, to, invitationId, token: await mailedToken(deps, to) };
}

async function guestOf(email: string): Promise<Viewer> {
  const user = await deps.db.user.findUniqueOrThrow({ where: { email }, select: { id: true, name: true } });
  return { userId: user.id, name: user.name, email, sessionId: "ses_none" };
}

const accept = (guest: Viewer, token: string) => acceptInvitation(deps, { actor: actorOf(guest), token });
const preview = (token: string) => previewInvitation(deps, { token, address: null });

async function auditOf(tenant: Parameters<typeof listAudit>[1]): Promise<string[]> {
  return (await listAudit(deps, tenant, { limit: 100 })).entries.map(({ action }) => action);
}

describe("an invitation", () => {
  it("is mailed to the address, tells its holder what it opens, and lets them in", async () => {
    const { owner, member, to, token } = await invited("editor");
    const [mail] = await mailsTo(deps, to);
    expect(mail?.subject).toBe(`${owner.name} invites you to “Test workspace”`);
    expect(mail?.text).toContain(`${deps.env.APP_URL}/invite?token=${token}`);
    expect(await preview(token)).toEqual({
      ...{ workspaceName: "Test workspace", invitedBy: owner.name },
      ...{ role: "editor", email: to, hasAccount: true },
    });
    const guest = await guestOf(to);
    expect(await accept(guest, token)).toEqual({ slug: member.slug, role: "editor", wasMember: false });
    expect(await requireMember(deps.db, guest.userId, member.slug)).toMatchObject({ role: "editor" });
    expect(await auditOf(member.tenant)).toEqual(["member.joined", "invitation.sent"]);
    const user = await deps.db.user.findUniqueOrThrow({ where: { email: to } });
    expect(user.emailVerifiedAt, "the link came to this address").not.toBeNull();
  });

  it("says whether the address has an account", async () => {
    const { token } = await invited("viewer", newAddress());
    expect(await preview(token)).toMatchObject({ hasAccount: false });
  });

  it("works once, however often it is pressed at the same time", async () => {
    const { member, to, token } = await invited("viewer");
    const guest = await guestOf(to);
    const ends = await Promise.allSettled(Array.from({ length: 20 }, () => accept(guest, token)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { workspaceId } = member.tenant;
    expect(await deps.db.membership.count({ where: { workspaceId, userId: guest.userId } })).toBe(1);
    expect(await auditOf(member.tenant)).toEqual(["member.joined", "invitation.sent"]);
    await expect(accept(guest, token)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(preview(token)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is for its own address alone, and names it in part to anybody else", async () => {
    const { member, to, token } = await invited("admin");
    const other = await createViewer(deps, "Otto Other");
    const refusal = await failureOf(AppError, accept(other, token));
    expect(refusal.code).toBe("forbidden");
    expect(refusal.userMessage).toContain(`is for ${to.slice(0, 1)}…@example.com`);
    expect(refusal.userMessage).not.toContain(to);
    const { workspaceId } = member.tenant;
    expect(await deps.db.membership.count({ where: { workspaceId } })).toBe(1);
    const unproved = await deps.db.user.findUniqueOrThrow({ where: { id: other.userId } });
    expect(unproved.emailVerifiedAt).toBeNull();
    expect(await accept(await guestOf(to), token), "it is still in force").toMatchObject({ role: "admin" });
  });

  it("is not for somebody whose address has changed since they began", async () => {
    const { to, token } = await invited("viewer");
    const guest = await guestOf(to);
    await deps.db.user.update({ where: { id: guest.userId }, data: { email: newAddress() } });
    await expect(accept(guest, token)).rejects.toMatchObject({ code: "forbidden" });
    expect(await preview(token), "it is still in force").toMatchObject({ email: to });
  });

  it("ends after seven days, and is open until then", async () => {
    const one = await invited("viewer");
    deps.clock.advance(7 * dayMs - 60_000);
    expect(await preview(one.token)).toMatchObject({ role: "viewer" });
    deps.clock.advance(60_000);
    await expect(preview(one.token)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(accept(await guestOf(one.to), one.token)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is used up by a member, whose role stays", async () => {
    const { member, to, token } = await invited("admin");
    const guest = await guestOf(to);
    const { workspaceId } = member.tenant;
    await deps.db.membership.create({ data: { workspaceId, userId: guest.userId, role: "viewer" } });
    expect(await accept(guest, token)).toEqual({ slug: member.slug, role: "viewer", wasMember: true });
    await expect(preview(token)).rejects.toMatchObject({ code: "invalid_input" });
    expect(await auditOf(member.tenant)).toEqual(["invitation.sent"]);
  });

  it("tells nothing to who holds no link", async () => {
    const guess = randomBytes(32).toString("base64url");
    await expect(preview(guess)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(preview("")).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("keeps its secret out of the database", async () => {
    const { token } = await invited("viewer");
    const rows = await deps.db.$queryRaw`SELECT i::text FROM "Invitation" i`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("inviting", () => {
  it("once more brings a new link and ends the former", async () => {
    const { actor, member, to, token } = await invited("viewer");
    await inviteMember(deps, member.tenant, { actor, email: to, role: "editor" });
    const next = await mailedToken(deps, to);
    expect(next).not.toBe(token);
    await expect(preview(token)).rejects.toMatchObject({ code: "invalid_input" });
    expect(await preview(next)).toMatchObject({ role: "editor" });
    expect(await deps.db.invitation.count({ where: { workspaceId: member.tenant.workspaceId } })).toBe(1);
  });

  it("the same address twenty times at once leaves one link in force", async () => {
    const { viewer, member } = await createMember(deps);
    const email = newAddress();
    const asks = Array.from({ length: 20 }, () =>
      inviteMember(deps, member.tenant, { actor: actorOf(viewer), email, role: "viewer" }),
    );
    await Promise.all(asks);
    expect(await deps.db.invitation.count({ where: { workspaceId: member.tenant.workspaceId } })).toBe(1);
    expect(await mailsTo(deps, email)).toHaveLength(20);
  });

  it("is refused for a role above one's own, for changing a weightier one, and for a member", async () => {
    const { actor, member, to } = await invited("owner");
    const admin = actorOf(await joinWorkspace(deps, member, "admin"));
    const invite = (email: string, role: Role) =>
      inviteMember(deps, member.tenant, { actor: admin, email, role });
    await expect(invite(newAddress(), "owner")).rejects.toMatchObject({ code: "forbidden" });
    await expect(invite(to, "viewer")).rejects.toMatchObject({ code: "forbidden" });
    const refusal = await failureOf(AppError, invite(actor.email, "viewer"));
    expect(refusal.code).toBe("conflict");
    expect(refusal.userMessage).toContain("is a member already");
  });

  it("too often has to wait, and says how long", async () => {
    const { viewer, member } = await createMember(deps);
    const invite = () =>
      inviteMember(deps, member.tenant, { actor: actorOf(viewer), email: newAddress(), role: "viewer" });
    for (let sent = 0; sent < 50; sent += 1) await invite();
    const refusal = await failureOf(AppError, invite());
    expect(refusal.code).toBe("too_many_requests");
    expect(refusal.userMessage).toContain("Please wait");
  });

  it("says so where no mail can be sent, and keeps nothing", async () => {
    const { viewer, member } = await createMember(deps);
    const mute = { ...deps, env: { ...deps.env, LOCAL_MAILBOX: false } };
    const invite = inviteMember(mute, member.tenant, {
      ...{ actor: actorOf(viewer), email: newAddress(), role: "viewer" },
    });
    await expect(invite).rejects.toMatchObject({ code: "not_configured" });
    expect(await deps.db.invitation.count({ where: { workspaceId: member.tenant.workspaceId } })).toBe(0);
  });
});

describe("sending once more", () => {
  it("brings a new link for another seven days, in the name of who sends it now", async () => {
    const { member, to, invitationId, token } = await invited("viewer");
    const admin = await joinWorkspace(deps, member, "admin");
    deps.clock.advance(6 * dayMs);
    await resendInvitation(deps, member.tenant, { actor: actorOf(admin), invitationId });
    deps.clock.advance(2 * dayMs);
    await expect(preview(token)).rejects.toMatchObject({ code: "invalid_input" });
    const next = await mailedToken(deps, to);
    expect(await preview(next)).toMatchObject({ invitedBy: admin.name, role: "viewer" });
    expect(await auditOf(member.tenant)).toEqual(["invitation.resent", "invitation.sent"]);
  });

  it("is refused for a weightier role, and for one that is gone or another workspace's", async () => {
    const { actor, member, invitationId } = await invited("owner");
    const admin = actorOf(await joinWorkspace(deps, member, "admin"));
    const resend = resendInvitation(deps, member.tenant, { actor: admin, invitationId });
    await expect(resend).rejects.toMatchObject({ code: "forbidden" });
    const { viewer: stranger, member: foreign } = await createMember(deps);
    const theirs = resendInvitation(deps, foreign.tenant, { actor: actorOf(stranger), invitationId });
    await expect(theirs).rejects.toMatchObject({ code: "not_found" });
    await withdrawInvitation(deps, member.tenant, { actor, invitationId });
    const gone = resendInvitation(deps, member.tenant, { actor, invitationId });
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("withdrawing", () => {
  it("ends the link; doing it twice is no error, and it takes no other workspace's", async () => {
    const { actor, member, to, invitationId, token } = await invited("viewer");
    const { viewer: stranger, member: foreign } = await createMember(deps);
    await withdrawInvitation(deps, foreign.tenant, { actor: actorOf(stranger), invitationId });
    expect(await preview(token)).toMatchObject({ email: to });
    await withdrawInvitation(deps, member.tenant, { actor, invitationId });
    await withdrawInvitation(deps, member.tenant, { actor, invitationId });
    await expect(preview(token)).rejects.toMatchObject({ code: "invalid_input" });
    expect(await auditOf(member.tenant)).toEqual(["invitation.withdrawn", "invitation.sent"]);
  });

  it("as it is accepted ends one way or the other", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { actor, member, to, invitationId, token } = await invited("viewer");
      const guest = await guestOf(to);
      const [accepted] = await Promise.allSettled([
        accept(guest, token),
        withdrawInvitation(deps, member.tenant, { actor, invitationId }),
      ]);
      const { workspaceId } = member.tenant;
      const members = await deps.db.membership.count({ where: { workspaceId, userId: guest.userId } });
      expect(members).toBe(accepted.status === "fulfilled" ? 1 : 0);
    }
  });

  it("is refused for a weightier role", async () => {
    const { member, invitationId, token } = await invited("owner");
    const admin = actorOf(await joinWorkspace(deps, member, "admin"));
    const withdraw = withdrawInvitation(deps, member.tenant, { actor: admin, invitationId });
    await expect(withdraw).rejects.toMatchObject({ code: "forbidden" });
    expect(await preview(token)).toMatchObject({ role: "owner" });
  });
});
