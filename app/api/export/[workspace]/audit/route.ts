import type { NextRequest } from "next/server";
import { requirePermission } from "@/server/auth/access";
import { readSession } from "@/server/auth/session";
import { exportAuditInput } from "@/server/contracts/audit";
import { errorTable } from "@/server/lib/errors";
import { streamText } from "@/server/lib/stream-text";
import { appErrorOf } from "@/server/use-cases/app-error-of";
import { exportAudit } from "@/server/use-cases/audit/export-audit";
import { processDeps } from "@/server/use-cases/deps";

type RouteContext = { params: Promise<{ workspace: string }> };

/** The audit log as a CSV file, for those who may read it; `action`, `actorId` and `search` narrow it as on the page. */
export async function GET(request: NextRequest, { params }: RouteContext): Promise<Response> {
  const viewer = await readSession();
  if (!viewer) return new Response("Please sign in to go on.", { status: 401 });
  const filter = exportAuditInput.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!filter.success) return new Response("This address is not right.", { status: 400 });
  const deps = processDeps();
  try {
    const { workspace } = await params;
    const { tenant, slug } = await requirePermission(deps.db, viewer.userId, workspace, "audit.read");
    const day = deps.clock.now().toISOString().slice(0, 10);
    return new Response(streamText(exportAudit(deps, tenant, filter.data)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${slug}-audit-${day}.csv"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    const known = appErrorOf(error);
    if (!known) throw error;
    return new Response(known.userMessage, { status: errorTable[known.code].http });
  }
}
