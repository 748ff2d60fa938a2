import "server-only";
import { randomInt } from "node:crypto";
import type { WorkspaceSummary } from "../../contracts/account";
import type { Database } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { insertWorkspaceOnce } from "../../db/repos/workspace";
import { slugOf } from "../../domain/slug";
import type { Person } from "../../lib/actor";
import type { Clock } from "../../lib/clock";
import { AppError } from "../../lib/errors";

type Deps = { db: Database; clock: Clock };

/** A name in use gets a number behind it, from ever wider ranges. */
const suffixRanges = [0, 100, 10_000, 1_000_000];

async function insertAt(deps: Deps, actor: Person, input: { slug: string; name: string }): Promise<boolean> {
  return await deps.db.$transaction(async (transaction) => {
    const tenant = await insertWorkspaceOnce(transaction, { ...input, ownerId: actor.userId });
    if (!tenant) return false;
    const entry = { action: "workspace.made", subject: input.name, after: input } as const;
    await insertAuditEntry(transaction, tenant, actor, { ...entry, at: deps.clock.now() });
    return true;
  });
}

/** Makes a workspace owned by the person, at an address made from its name. */
export async function createWorkspace(
  deps: Deps,
  input: { actor: Person; name: string },
): Promise<WorkspaceSummary> {
  const { actor, name } = input;
  const base = slugOf(name);
  for (const range of suffixRanges) {
    const slug = range === 0 ? base : `${base}-${String(randomInt(2, range))}`;
    if (!(await insertAt(deps, actor, { slug, name }))) continue;
    return { slug, name, role: "owner", eraseAt: null, sandbox: null };
  }
  throw new AppError("conflict", { userMessage: "This name is taken. Please choose another one." });
}
