import type { NextRequest } from "next/server";
import { requirePermission } from "@/server/auth/access";
import { heldInstallCookie } from "@/server/auth/held-install-cookie";
import { readSession } from "@/server/auth/session";
import { vendorSchema } from "@/server/contracts/connect";
import { errorTable } from "@/server/lib/errors";
import { appErrorOf } from "@/server/use-cases/app-error-of";
import { closeConnection } from "@/server/use-cases/connections/close-connection";
import { finishConnect } from "@/server/use-cases/connections/finish-connect";
import { holdInstallOf } from "@/server/use-cases/connections/hold-install";
import { processDeps } from "@/server/use-cases/deps";
import type { Deps } from "@/server/use-cases/deps";
import { actorOf } from "../../actor-of";

type RouteContext = { params: Promise<{ vendor: string }> };

/** An installation that was begun in the Marketplace: its code waits in this browser until the person confirms it. */
async function hold(deps: Deps, code: string): Promise<Response> {
  const held = await holdInstallOf(deps, code);
  const cookie = held && heldInstallCookie(deps.env, held);
  const headers = { location: "/connect/pipedrive", ...(cookie !== null && { "set-cookie": cookie }) };
  return new Response(null, { status: 303, headers });
}

/** Where the vendor sends the person back to after the consent. */
export async function GET(request: NextRequest, { params }: RouteContext): Promise<Response> {
  const vendor = vendorSchema.safeParse((await params).vendor).data;
  if (!vendor) return new Response("Unknown vendor.", { status: 404 });
  const { searchParams } = request.nextUrl;
  const [state = null, code = null, error = null] = ["state", "code", "error"].map((name) =>
    searchParams.get(name),
  );
  const deps = processDeps();
  if (vendor === "pipedrive" && state === null && code !== null) return await hold(deps, code);
  const viewer = await readSession();
  const location = await finishConnect(deps, {
    viewer,
    actor: viewer && actorOf(viewer, request.headers, deps.env.TRUSTED_PROXIES),
    answer: { vendor, state, code, error },
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
