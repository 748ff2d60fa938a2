import type { NextRequest } from "next/server";
import { requirePermission } from "@/server/auth/access";
import { readSession } from "@/server/auth/session";
import { vendorSchema } from "@/server/contracts/connect";
import { errorTable } from "@/server/lib/errors";
import { appErrorOf } from "@/server/use-cases/app-error-of";
import { closeConnection } from "@/server/use-cases/connections/close-connection";
import { finishConnect } from "@/server/use-cases/connections/finish-connect";
import { processDeps } from "@/server/use-cases/deps";
import { actorOf } from "../../actor-of";

type RouteContext = { params: Promise<{ vendor: string }> };

/** Where the vendor sends the person back to after the consent. */
export async function GET(request: NextRequest, { params }: RouteContext): Promise<Response> {
  const vendor = vendorSchema.safeParse((await params).vendor).data;
  if (!vendor) return new Response("Unknown vendor.", { status: 404 });
  const { searchParams } = request.nextUrl;
  const [state, code, error] = ["state", "code", "error"].map((name) => searchParams.get(name));
  const deps = processDeps();
  const viewer = await readSession();
  const location = await finishConnect(deps, {
    viewer,
    actor: viewer && actorOf(viewer, request.headers, deps.env.TRUSTED_PROXIES),
    answer: { vendor, state: state ?? null, code: code ?? null, error: error ?? null },
    authorize: (userId, slug) => requirePermission(deps.db, userId, slug, "connections.manage"),
  });
  return new Response(null, { status: 303, headers: { location } });
}

/** Pipedrive's uninstall notice. FreshBooks sends none. */
export async function DELETE(request: NextRequest, { params }: RouteContext): Promise<Response> {
  if ((await params).vendor !== "pipedrive") return new Response(null, { status: 404 });
  const body: unknown = await request.json().catch(() => null);
  try {
    await closeConnection(processDeps(), { authorization: request.headers.get("authorization"), body });
    return new Response(null, { status: 204 });
  } catch (error) {
    return new Response(null, { status: errorTable[appErrorOf(error)?.code ?? "internal"].http });
  }
}
