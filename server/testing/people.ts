import { randomBytes } from "node:crypto";
import type { Database } from "../db/client";
import type { Role } from "../db/generated/enums";
import { insertSession } from "../db/repos/session";
import type { Viewer } from "../db/repos/session";
import { requireMember } from "../db/tenant";
import type { Member } from "../db/tenant";
import type { Clock } from "../lib/clock";
import type { Person } from "../lib/actor";
import { addMs } from "../lib/clock";
import { newId } from "../lib/ids";

/** The person as the audit log knows them, from nowhere in particular. */
export function actorOf({ userId, name, email }: Viewer): Person {
  return { userId, name, email, address: null, userAgent: null, requestId: null };
}

type People = { db: Database; clock: Clock };

/** A person who is signed in. Their password fits nothing: sign-in itself is tested elsewhere. */
export async function createViewer({ db, clock }: People, name = "Ada Byte"): Promise<Viewer> {
  const userId = newId("user");
  const email = `${randomBytes(6).toString("hex")}@example.com`;
  await db.user.create({ data: { id: userId, email, name, passwordHash: "none" } });
  const createdAt = clock.now();
  const sessionId = await insertSession(db, { userId, createdAt, expiresAt: addMs(createdAt, 86_400_000) });
  return { userId, sessionId, name, email };
}

/** A workspace of its own with this person in it. */
export async function createMember(
  deps: People,
  role: Role = "owner",
): Promise<{ viewer: Viewer; member: Member }> {
  const viewer = await createViewer(deps);
  const slug = `w-${randomBytes(6).toString("hex")}`;
  await deps.db.workspace.create({
    data: {
      id: newId("workspace"),
      slug,
      name: "Test workspace",
      memberships: { create: { userId: viewer.userId, role } },
    },
  });
  return { viewer, member: await requireMember(deps.db, viewer.userId, slug) };
}

/** Takes another person into the workspace. */
export async function joinWorkspace(deps: People, member: Member, role: Role): Promise<Viewer> {
  const viewer = await createViewer(deps, `The ${role}`);
  const { workspaceId } = member.tenant;
  await deps.db.membership.create({ data: { workspaceId, userId: viewer.userId, role } });
  return viewer;
}
