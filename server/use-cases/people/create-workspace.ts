import "server-only";
import { randomInt } from "node:crypto";
import type { WorkspaceSummary } from "../../contracts/account";
import type { Database } from "../../db/client";
import { insertWorkspaceOnce } from "../../db/repos/workspace";
import { slugOf } from "../../domain/slug";
import { AppError } from "../../lib/errors";

/** A name in use gets a number behind it, from ever wider ranges. */
const suffixRanges = [0, 100, 10_000, 1_000_000];

/** Makes a workspace owned by the person, at an address made from its name. */
export async function createWorkspace(
  deps: { db: Database },
  input: { userId: string; name: string },
): Promise<WorkspaceSummary> {
  const base = slugOf(input.name);
  for (const range of suffixRanges) {
    const slug = range === 0 ? base : `${base}-${String(randomInt(2, range))}`;
    const result = await insertWorkspaceOnce(deps.db, { slug, name: input.name, ownerId: input.userId });
    if (result === "inserted") {
      return { slug, name: input.name, role: "owner", eraseAt: null, sandbox: null };
    }
  }
  throw new AppError("conflict", { userMessage: "This name is taken. Please choose another one." });
}
